// The class caches results, but its objects are made for each document and go with it.
class Printer {
  constructor(text) {
    this.text = text;
    this.widths = {};
  }
  width(id) {
    if (this.widths[id]) return this.widths[id];
    this.widths[id] = this.text.length + id.length; // leak: unbounded-cache (false alarm)
    return this.widths[id];
  }
}

exports.print = function (text, ids) {
  const printer = new Printer(text);
  return ids.map((id) => printer.width(id));
};
