import { type Told, toldIn } from './told.ts'

/** A fault whose message says all that a person needs: it is shown alone, without a stack, and in their language where it has both. */
export class ForPeople extends Error {
  readonly told: Told

  constructor(told: Told, options?: ErrorOptions) {
    super(toldIn('en', told), options)
    this.told = told
  }
}
