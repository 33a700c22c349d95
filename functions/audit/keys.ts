import { keyAt } from '../../shared/table/keys.ts'

export const auditKeys = {
  /** What somebody did to a subject, and why. Written once; no route reads it yet. */
  record: (subject: string, id: string) => keyAt(`AUDIT#${subject}`, `AUDIT#${id}`),
}
