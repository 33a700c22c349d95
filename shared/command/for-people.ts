/** A fault whose message says all that a person needs: it is shown alone, without a stack. */
export class ForPeople extends Error {}
