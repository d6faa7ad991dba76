/** Types of what this package comes without, as far as it is used here. */
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag', hear: (name: string, attributes: () => Record<string, string>) => void): this;
    on(event: 'closeTag', hear: (name: string) => void): this;
    on(event: 'text' | 'cdata' | 'attention', hear: (text: string) => void): this;
    on(event: 'error' | 'warn', hear: (error: Error) => void): this;
    write(xml: string): this;
    end(): Error | null;
  }
}
