import type * as z from 'zod/mini'
import type { Language } from '../../../shared/kernel/language.ts'
import { rfc3339If } from '../../../shared/kernel/time.ts'
import { certificationProblems } from '../problems.ts'
import { displayUnits } from './app-name.ts'
import type { findingShown, nameCheckShown } from './name-check-view.ts'
import { type NameFinding, verdictOf } from './name-finding.ts'
import { proofWords, refusedWordWords } from './name-words.ts'

const detailOf = ({ code, reason, proof }: NameFinding, language: Language): string => {
  const about = reason ? refusedWordWords[reason][language] : proof ? proofWords[proof][language] : undefined
  const said = certificationProblems[code][language]
  if (about === undefined) return said
  return language === 'zh' ? `${said}${about}` : `${said} ${about}`
}

const placeOf = (name: string, { from, to }: NameFinding) =>
  from === undefined || to === undefined ? null : { from, to, text: [...name].slice(from, to).join('') }

const showFinding = (name: string, finding: NameFinding, language: Language): z.infer<typeof findingShown> => ({
  code: finding.code,
  severity: finding.severity,
  detail: detailOf(finding, language),
  at: placeOf(name, finding),
  word: finding.word ?? null,
  reason: finding.reason ?? null,
  proof: finding.proof ?? null,
  right: finding.right ?? null,
  freeAt: rfc3339If(finding.freeAt),
})

export const showNameCheck = (
  { name, findings }: { name: string; findings: readonly NameFinding[] },
  language: Language,
): z.infer<typeof nameCheckShown> => ({
  name,
  units: displayUnits(name),
  verdict: verdictOf(findings),
  findings: findings.map((finding) => showFinding(name, finding, language)),
})
