export class Parser {
  private static readonly seen = new Map<string, string[]>();

  parse(text: string): string[] {
    let words = Parser.seen.get(text);
    if (!words) {
      words = text.split(' ');
      Parser.seen.set(text, words); // leak: unbounded-cache
    }
    return words;
  }
}
