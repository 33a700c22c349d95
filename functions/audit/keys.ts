import { keyAt } from '../../shared/table/keys.ts'

export const auditKeys = {
  /** What somebody did to a subject, and why. Read by operators. */
  record: (subject: string, id: string) => keyAt(`AUDIT#${subject}`, `AUDIT#${id}`),
}
