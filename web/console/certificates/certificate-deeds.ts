import type { Language } from '../../../shared/kernel/language.ts'
import type { Deed } from '../deed/deed.ts'
import { service } from '../service.ts'
import { wordIn } from '../words/word.ts'
import type { Certificate } from './certificate.ts'
import { certificateTexts, reasonWords } from './texts.ts'

type Move = Certificate['moves'][number]

const told = (move: Move['move'], language: Language) => {
  const texts = certificateTexts[language]
  const rows = {
    suspend: { name: texts.suspend, more: texts.suspendMore, done: texts.suspended, kind: 'main' },
    revoke: { name: texts.revoke, more: texts.revokeMore, done: texts.revoked, kind: 'danger' },
    reinstate: { name: texts.reinstate, more: texts.reinstateMore, done: texts.reinstated, kind: 'main' },
  } as const
  return rows[move]
}

/** What may be done to a certificate as it stands. */
export const certificateDeeds = ({ id, moves }: Certificate, language: Language): readonly Deed<Certificate>[] => {
  const texts = certificateTexts[language]
  return moves.map(({ move, reasons }) => {
    const { name, more, done, kind } = told(move, language)
    return {
      name,
      kind,
      consequence: [more, texts.toldMore],
      confirm: name,
      reasons: move === 'reinstate' ? [texts.putRight, texts.byMistake] : [texts.seen],
      reasonHint: texts.wordsHint,
      asks: [
        {
          ...{
            is: 'choice',
            name: 'class',
            label: texts.why,
            hint: texts.whyHint,
            first: '',
            missing: texts.whyMissing,
          },
          options: reasons.map((value) => ({ value, name: wordIn(reasonWords, value, language), more: '' })),
        },
      ],
      blames: { certificate_reason_unknown: 'class' },
      send: ({ reason: words, class: chosen }) => {
        const reason = reasons.find((one) => one === chosen)
        if (reason === undefined) throw new Error('the form asks for one of the reasons')
        return service().operator.certificates.move(id, { move, reason, words })
      },
      done: () => done,
    }
  })
}
