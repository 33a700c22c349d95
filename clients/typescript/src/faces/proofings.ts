import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask, Body } from '../calling/types.ts'

/** Verifications that a signed-in user was told of. */
export const userProofings = (ask: Ask) => ({
  /** One of them: whom it names, masked, when, and what can be done about it. */
  get: (id: string, options: CallOptions = {}): Promise<Answer<'GET /v1/proofings/{id}'>> =>
    ask('GET /v1/proofings/{id}', { params: { id }, ...options }),
  /** Says that it was not them: answers the case for people, a second time the same one. */
  dispute: (
    id: string,
    body: Body<'POST /v1/proofings/{id}/dispute'> = {},
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/proofings/{id}/dispute'>> =>
    ask('POST /v1/proofings/{id}/dispute', { params: { id }, body, ...options }),
  /** Pauses the sending of the account that was verified, for a day at most, once. */
  pause: (
    id: string,
    body: Body<'POST /v1/proofings/{id}/pause'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/proofings/{id}/pause'>> =>
    ask('POST /v1/proofings/{id}/pause', { params: { id }, body, ...options }),
})
