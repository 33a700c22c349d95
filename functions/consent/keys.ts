import { keyAt } from '../../shared/table/keys.ts'

export const consentKeys = {
  /** A notice that users agreed to, as it was. Read by whoever wants to see it later. */
  notice: (version: string) => keyAt(`NOTICE#${version}`, 'NOTICE'),
}
