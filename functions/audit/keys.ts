import { keyAt } from '../../shared/table/keys.ts'

const subjectPartition = (subject: string): string => `AUDIT#${subject}`

export const auditKeys = {
  /** What somebody did to a subject, and why. Written once, read by operators. */
  record: (subject: string, id: string) => keyAt(subjectPartition(subject), `AUDIT#${id}`),
}

/** Read as lists. */
export const auditLists = {
  records: (subject: string) => ({ pk: subjectPartition(subject), prefix: 'AUDIT#' }),
}
