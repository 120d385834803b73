// Owns the error whose message is a whole sentence for the person at the keyboard: printed alone, without a stack.

export class Failure extends Error {
  /**
   * @param {string} message what is wrong and what to do about it
   * @param {number} status the exit status: 1 it failed, 2 it was asked for in a wrong way
   */
  constructor(message, status = 1) {
    super(message);
    this.status = status;
  }
}
