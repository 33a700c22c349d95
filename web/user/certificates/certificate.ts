import type { Answer } from 'shiming-client'
import { certificateIdIn, groupedId } from '../../../functions/certificates/certificate/certificate-id.ts'
import { serviceNow } from '../../shared/service.ts'

/** What anybody is told of a certificate. */
export type Certificate = Answer<'GET /v1/certificates/{id}'>

/** What an answer about a certificate says in any case. */
type Stated = Pick<
  Certificate,
  | 'id'
  | 'answer'
  | 'name'
  | 'subject'
  | 'app'
  | 'issuedAt'
  | 'validUntil'
  | 'checkedAt'
  | 'asOf'
  | 'formerNames'
  | 'history'
>

/** The same of an id that there is a certificate of: nothing of it is left out. */
export type Stating<T extends Stated> = T & {
  [K in 'id' | 'name' | 'subject' | 'app' | 'issuedAt' | 'validUntil' | 'checkedAt']: NonNullable<T[K]>
} & { answer: Exclude<T['answer'], 'unknown'> }

/** What anybody is told of a certificate that there is. */
export type Known = Stating<Stated>

/** Whether there is such a certificate, whatever became of it. */
export const isKnown = <T extends Stated>(of: T): of is Stating<T> => of.answer !== 'unknown'

/** Asks about a certificate. */
export const askAbout = (id: string, signal: AbortSignal): Promise<Certificate> =>
  serviceNow().certificates.get(id, { signal })

const IN_ADDRESS = /\/certificates\/([^/?#\s]+)/u

/** The id in what somebody typed or pasted: an id, or an address of its page. Undefined where there is none in it. */
export const idTyped = (typed: string): string | undefined => certificateIdIn(IN_ADDRESS.exec(typed)?.[1] ?? typed)

/** Where anybody looks at it. */
export const pageOf = (id: string): string => `/certificates/${groupedId(id)}`

/** The same, to be shown elsewhere. */
export const addressOf = (id: string): string => location.origin + pageOf(id)

/** The picture that says how it stands, as it is at the moment that somebody looks. */
export const badgeOf = (id: string): string => `/v1/certificates/${id}/badge`
