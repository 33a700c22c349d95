import type { Body, KeyedOptions } from 'shiming-client'
import type { Notice } from '../consent/notice.ts'
import type { Draft } from './draft.ts'

type Submit = Body<'POST /v1/verifications'>

const isOffer = (offer: string): offer is Submit['offer'] => offer === 'fee' || offer === 'membership'

/**
 * Sends what was typed under a key that stays the same while the same is sent, so that a second attempt after a lost answer finds what the
 * first one opened. What came through is over: the same once more is another.
 */
export const submissionOf = (newKey: () => string = () => crypto.randomUUID()) => {
  let known: { of: string; key: string } | undefined
  return {
    async send<T>(
      { name, idNumber, phone, smsCode, offer }: Draft,
      notice: Pick<Notice, 'version'>,
      submit: (body: Submit, options: KeyedOptions) => Promise<T>,
    ): Promise<T> {
      const of = JSON.stringify([name, idNumber, phone, offer, notice.version])
      if (known?.of !== of) known = { of, key: newKey() }
      const body = { name, idNumber, phone, smsCode, offer: isOffer(offer) ? offer : 'fee' } as const
      const sent = await submit(
        { ...body, consent: { notice: notice.version, agreed: true } },
        { idempotencyKey: known.key },
      )
      known = undefined
      return sent
    },
  }
}
