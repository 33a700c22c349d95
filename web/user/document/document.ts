import type { Answer } from 'shiming-client'
import type { Notice } from '../consent/notice.ts'

/** What is offered, how often, and the notice to agree to. */
export type Terms = {
  offered: boolean
  checksPerDay: number
  readingsPerDay: number
  triesBeforeReview: number
  consent: Notice
}

/** Both sides of a card that were handed in, as the service tells them. */
export type DocumentCheck = {
  id: string
  status: 'checking' | 'proven' | 'refused'
  reason:
    | 'data_differ' | 'no_record' | 'identity_in_use' | 'identity_changed' | 'data_unsupported' | 'data_just_checked'
    | 'vendor_unavailable' | 'result_unknown' | 'service_fault' | 'vendor_daily_limit' | 'vendor_refused' | null
  remedy: 'take_again' | 'later' | 'ask_a_person' | null
  retryAt: string | null
  handedInAt: string
  decidedAt: string | null
  validUntil: string | null
  valid: boolean
}

/** What stands on a side of a card. */
export type CardRead = Answer<'POST /v1/documents/readings'>['card']

export const isChecking = ({ status }: Pick<DocumentCheck, 'status'>): boolean => status === 'checking'
