module.exports = class Reporter {
  static get initialReport() {
    return { passed: 0, messages: [] };
  }
  create(error) {
    const report = Reporter.initialReport;
    if (error) report.messages.push(error.message);
    return report;
  }
};
