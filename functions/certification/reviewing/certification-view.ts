import * as z from 'zod/mini'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Millis, rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { levelOf } from '../../evidence/level.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import { actsForAnother } from '../applicants/applicant.ts'
import { applicantShown, showApplicant } from '../applicants/applicant-view.ts'
import type { Filling } from '../applications/application.ts'
import { applicationShown, pictureShown, showApplication } from '../applications/application-view.ts'
import { appShown, showApp } from '../apps/app-view.ts'
import { changedFields, correctable, fieldsOf } from '../deciding/correctable.ts'
import { domainProofs } from '../domains/domain.ts'
import { nameCheckShown } from '../naming/name-check-view.ts'
import { showNameCheck } from '../naming/name-view.ts'
import type { CertificationSettings } from '../settings.ts'
import { invoiceShown, showInvoice } from './invoice-view.ts'
import type { CertificationRead } from './read-certification.ts'

const time = z.iso.datetime()
const fields = Object.keys(correctable) as [keyof typeof correctable]

/** What its administrator had filled in. */
const fillingShown = z.strictObject({
  certifiedName: z.string(),
  materials: z.array(pictureShown),
  said: z.nullable(z.string()),
})

/** An application for certification as whoever decides about it sees it, nobody in the clear. */
export const certificationShown = z.strictObject({
  application: applicationShown,
  /** The app as it is now; null where it is gone. */
  app: z.nullable(appShown),
  applicant: z.nullable(applicantShown),
  administrator: z.strictObject({
    /** Masked; null where the account is not verified any more. */
    name: z.nullable(z.string()),
    idNumber: z.nullable(z.string()),
    level: z.int(),
    verifiedAt: z.nullable(time),
    /** Whether the account is still who confirmed the application; null before that. */
    isWhoConfirmed: z.nullable(z.boolean()),
    /** Whether they act for somebody else, which takes a letter of authorisation. */
    actsForAnother: z.boolean(),
  }),
  /** All that is to say about the name that is asked for, by our lists. */
  name: nameCheckShown,
  /** Domains that the account has shown to be its own, which is further evidence of who it is. */
  domains: z.array(z.strictObject({ domain: z.string(), by: z.enum(domainProofs), provenAt: time, until: time })),
  /** What an invoice over its fee has to say; null where nothing was paid, or it went back. */
  invoice: z.nullable(invoiceShown),
  /** Which fields may be returned, and which of them stand otherwise than when it was returned last. */
  fields: z.array(z.strictObject({ word: z.enum(fields), changed: z.boolean() })),
  /** Each time it was returned: what stood there, and what came of it. */
  rounds: z.array(
    z.strictObject({
      at: time,
      fields: z.array(z.string()),
      words: z.nullable(z.string()),
      answeredAt: z.nullable(time),
      was: fillingShown,
      became: fillingShown,
      changed: z.array(z.string()),
    }),
  ),
})

const showFilling = ({ to, materials, said }: Filling): z.infer<typeof fillingShown> => ({
  certifiedName: to,
  materials: materials.map((one) => ({ ...one })),
  said: said === undefined ? null : maskNumbers(said),
})

const fillingsOf = ({ of }: CertificationRead): Filling[] => [
  ...of.returns.map(({ was }) => was),
  { to: of.names.to, materials: of.materials, ...(of.said !== undefined && { said: of.said }) },
]

const showRounds = (read: CertificationRead): z.infer<typeof certificationShown>['rounds'] => {
  const fillings = fillingsOf(read)
  return read.of.returns.map(({ at, fields: asked, words, answeredAt, was }, nth) => {
    const became = fillings[nth + 1] ?? was
    return {
      ...{ at: rfc3339(at), fields: [...asked], words: words ?? null, answeredAt: rfc3339If(answeredAt) },
      ...{ was: showFilling(was), became: showFilling(became), changed: changedFields(was, became) },
    }
  })
}

const showAdministrator = (
  { of, applicant, held }: CertificationRead,
  now: Millis,
): z.infer<typeof certificationShown>['administrator'] => ({
  name: held?.maskedName ?? null,
  idNumber: held?.maskedIdNumber ?? null,
  level: levelOf(held?.proofs ?? [], now).level,
  verifiedAt: rfc3339If(held?.verifiedAt),
  isWhoConfirmed: of.heldSince === undefined ? null : held?.verifiedAt === of.heldSince,
  actsForAnother: applicant !== undefined && actsForAnother(applicant, held?.personIndex),
})

/** As it stands at a moment, in the language of whoever reads. */
export const showCertification = (
  read: CertificationRead,
  settings: CertificationSettings,
  { language, now }: { language: Language; now: Millis },
): z.infer<typeof certificationShown> => {
  const { of, app, applicant, proof, name } = read
  const rounds = showRounds(read)
  const changed = rounds.at(-1)?.changed ?? []
  return {
    application: showApplication(of, now),
    app: app ? showApp(app, settings, now) : null,
    applicant: applicant ? showApplicant(applicant, proof, now) : null,
    administrator: showAdministrator(read, now),
    name: showNameCheck({ name: of.names.to, findings: name }, language),
    domains: read.domains.flatMap(({ domain, proven, expiresAt }) =>
      proven ? [{ domain, by: proven.by, provenAt: rfc3339(proven.at), until: rfc3339(expiresAt) }] : [],
    ),
    invoice: showInvoice(of, applicant),
    fields: fieldsOf(of.kind).map((word) => ({ word, changed: changed.includes(word) })),
    rounds,
  }
}
