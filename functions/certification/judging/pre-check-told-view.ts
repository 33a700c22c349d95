import type * as z from 'zod/mini'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Fen } from '../../../shared/kernel/money.ts'
import { nextIn, type ProblemTable } from '../../../shared/kernel/problems.ts'
import { rfc3339If } from '../../../shared/kernel/time.ts'
import type { MaterialKind } from '../../material/material.ts'
import { pictureNames } from '../../verification/papers/words.ts'
import { feeOf } from '../applications/fee.ts'
import type { ApplicationSettings } from '../applications/settings.ts'
import { dated, type dayMeanings } from '../papers/paper.ts'
import { leastOf, materialRules } from './material-rules.ts'
import type { PreChecked } from './pre-check.ts'
import type { preCheckShown } from './pre-check-view.ts'

const feeTerms: Readonly<Record<Language, { free: string; asked: string }>> = {
  zh: {
    free: '这类主体的认证不收费。',
    asked:
      '审核服务费按次收取，在管理员确认之后、人工审核之前缴纳，不因审核结果退还，通过后不再收费。以下情况全额退回：我们没有在承诺时间内作出决定；审核人员开始处理之前您撤回申请。',
  },
  en: {
    free: 'Certification costs nothing for such an applicant.',
    asked:
      'The fee is for each application: asked after the administrator has confirmed and before people look, kept whatever they find, and nothing is due after approval. It goes back whole where we do not decide in the time we promise, and where you take it back before a person has looked.',
  },
}

const days: Readonly<Partial<Record<MaterialKind, (typeof dayMeanings)[number]>>> = dated

const rightIn = ({ expected }: PreChecked['faults'][number]): string[] => [
  ...(expected?.enum ?? []).map(String),
  ...(expected?.examples ?? []),
]

/** As it is told, in that language; `problems`: the texts of what can be wrong. */
export const showPreCheck = (
  { applicant, names, openApplication, context, given, faults }: PreChecked,
  { certification }: ApplicationSettings,
  { language, problems }: { language: Language; problems: ProblemTable },
): z.infer<typeof preCheckShown> => {
  const amountFen: Fen = feeOf(applicant.kind, certification)
  const { confirmMs, payMs, decideMs, correctMs, returns, letterMs } = certification
  return {
    ready: faults.length === 0,
    names: { ...names },
    openApplication: openApplication ?? null,
    faults: faults.map((fault) => ({
      pointer: fault.pointer,
      code: fault.code,
      detail: problems[fault.code]?.[language] ?? fault.code,
      right: rightIn(fault),
      retryAt: rfc3339If(fault.retryAt),
      next: (problems[fault.code]?.next ?? []).map((one) => ({ page: null, ...nextIn(one, language) })),
    })),
    checklist: materialRules[applicant.kind].map((rule) => ({
      kind: rule.kind,
      name: pictureNames[rule.kind].name[language],
      how: pictureNames[rule.kind].how[language],
      least: leastOf(rule, context),
      most: rule.most,
      given: given.filter((one) => one === rule.kind).length,
      day: days[rule.kind] ?? null,
    })),
    fee: { amountFen, terms: feeTerms[language][amountFen === 0 ? 'free' : 'asked'] },
    terms: { confirmMs, payMs, decideMs, correctMs, returns, letterMs },
  }
}
