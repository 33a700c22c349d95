import { ofVisitor } from '../../shared/state/of-visitor.ts'

/** What somebody types to be verified. `agreedTo`: the very notice they have ticked, by version and language. */
export type Draft = {
  agreedTo: string
  name: string
  idNumber: string
  phone: string
  smsCode: string
  offer: string
}

/** A code that was sent: to which number, and from when on another may be asked for (RFC 3339). */
export type Sent = { phone: string; retryAt: string }

type Kept = { values: Draft; sent: Sent | undefined }

const EMPTY: Draft = { agreedTo: '', name: '', idNumber: '', phone: '', smsCode: '', offer: 'fee' }

const kept = ofVisitor((): Kept => ({ values: EMPTY, sent: undefined }))

/**
 * What was typed so far, in the memory of this page and nowhere else: it outlives going to another page of ours and a session that ends, not a
 * reload, and is nobody's but the visitor's who typed it.
 */
export const draft = {
  get: kept.get,
  keep(some: Partial<Kept>): void {
    kept.set({ ...kept.get(), ...some })
  },
  /** The visitor has signed in by this number, so it need not be typed again. */
  startWith(phone: string): void {
    const { values } = kept.get()
    if (values.phone === '') draft.keep({ values: { ...values, phone } })
  },
  /** It was sent: the code is spent and what was agreed to was for this once; the rest stays in case it is given up for another. */
  sent(): void {
    const { values } = kept.get()
    draft.keep({ values: { ...values, smsCode: '', agreedTo: '' }, sent: undefined })
  },
  /** The person is verified: nothing of this is needed any more. */
  forget(): void {
    draft.keep({ values: EMPTY, sent: undefined })
  },
}

/** Whether anything was typed that a reload would lose. */
export const isBegun = ({ name, idNumber, smsCode }: Draft): boolean =>
  [name, idNumber, smsCode].some((text) => text !== '')
