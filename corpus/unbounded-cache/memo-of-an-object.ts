export class Parser {
  private readonly seen = new Map<string, string[]>();

  parse(text: string): string[] {
    let words = this.seen.get(text);
    if (!words) {
      words = text.split(' ');
      this.seen.set(text, words); // leak: unbounded-cache (false alarm)
    }
    return words;
  }
}
