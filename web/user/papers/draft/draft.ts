import { ofVisitor } from '../../../shared/state/of-visitor.ts'
import type { TypedDraft } from './draft-form.ts'

const EMPTY: TypedDraft = {
  ...{ document: '', name: '', number: '', nationality: '', birthDate: '', validUntil: '', hasNoEnd: false },
  ...{ guardianName: '', guardianNumber: '', guardianRelation: '', said: '', agreedTo: '', byBank: false },
}

const kept = ofVisitor(() => EMPTY)

/**
 * What was typed so far, in the memory of this page and nowhere else: it outlives going to another page of ours and a session that ends, not a
 * reload, and is nobody's but the visitor's who typed it.
 */
export const papersDraft = {
  get: kept.get,
  keep: kept.set,
  /** Known from elsewhere, so it need not be typed again; what was typed here stays. */
  startWith(known: Partial<Pick<TypedDraft, 'document' | 'name' | 'number' | 'byBank'>>): void {
    const values = kept.get()
    const { document = '', name = '', number = '', byBank = false } = known
    kept.set({
      ...values,
      document: values.document || document,
      name: values.name || name,
      number: values.number || number,
      byBank: values.byBank || byBank,
    })
  },
  /** It was handed in: nothing of this is needed any more. */
  forget(): void {
    kept.set(EMPTY)
  },
}
