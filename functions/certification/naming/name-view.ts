import * as z from 'zod/mini'
import type { Language } from '../../../shared/kernel/language.ts'
import { rfc3339If } from '../../../shared/kernel/time.ts'
import { certificationProblems } from '../problems.ts'
import { displayUnits } from './app-name.ts'
import { findingSeverities, type NameFinding, nameFindingCodes, nameVerdicts, verdictOf } from './name-finding.ts'
import { proofWords, refusedWordWords } from './name-words.ts'
import { nameProofs } from './protected-words.ts'
import { refusedWordReasons } from './refused-words.ts'

/** Something about a name, for programs and for people. */
const findingShown = z.strictObject({
  code: z.enum(nameFindingCodes),
  severity: z.enum(findingSeverities),
  /** What it is, in the language that was asked for. */
  detail: z.string(),
  /** Where in `name`, in characters; null where it is about all of it. */
  at: z.nullable(z.strictObject({ from: z.int(), to: z.int(), text: z.string() })),
  /** The word of the lists that it holds, or looks as if it did. */
  word: z.nullable(z.string()),
  reason: z.nullable(z.enum(refusedWordReasons)),
  /** What proves the right to the word. */
  proof: z.nullable(z.enum(nameProofs)),
  /** A name that would do in this respect. */
  right: z.nullable(z.string()),
  freeAt: z.nullable(z.iso.datetime()),
})

export const nameCheckShown = z.strictObject({
  /** As it was read, and as it would be shown. */
  name: z.string(),
  units: z.int(),
  verdict: z.enum(nameVerdicts),
  findings: z.array(findingShown),
})

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
