/** Texts that families share are few; those of one family are not worth keeping for the next. */
const MOST = 2000;

/** Answers of a costly function by what it was asked; forgets all of them when there are too many. */
export class Remembered<Answer> {
  private readonly answers = new Map<string, Answer>();

  get(question: string, answer: () => Answer): Answer {
    const known = this.answers.get(question);
    if (known !== undefined) return known;
    const made = answer();
    if (this.answers.size >= MOST) this.answers.clear();
    this.answers.set(question, made);
    return made;
  }
}
