import { useState } from 'react'
import type { Applicant } from 'shiming-client'
import {
  type ApplicantKind,
  applicantKinds,
  isOrganisation,
} from '../../../../functions/certification/applicants/applicant-kinds.ts'
import { applicationProblems } from '../../../../functions/certification/applications/problems.ts'
import { judgeCreditCode, normaliseCreditCode } from '../../../../functions/certification/company/credit-code.ts'
import { Button } from '../../../shared/controls/button.tsx'
import { RadioCards } from '../../../shared/controls/choices.tsx'
import { ErrorSummary } from '../../../shared/controls/error-summary.tsx'
import { TextField } from '../../../shared/controls/field.tsx'
import { Banner, Status } from '../../../shared/controls/status.tsx'
import { IdNumberField } from '../../../shared/controls/typed-fields.tsx'
import { useForm } from '../../../shared/controls/use-form.ts'
import { useWarning } from '../../../shared/controls/use-warning.ts'
import { useLanguage, useTexts } from '../../../shared/language.ts'
import { mine } from '../../../shared/service.ts'
import { refusedIn } from '../../../shared/state/failure.ts'
import type { ApplicantTerms } from './applicant-terms.ts'
import { LicencePart } from './licence-part.tsx'
import { applicantTexts } from './texts.ts'

const nothing = { kind: 'enterprise', creditCode: '', companyName: '', name: '', idNumber: '' }
type Typed = typeof nothing

const isOrg = ({ kind }: Typed): boolean => isOrganisation(kind as ApplicantKind)

const keep = ({ kind, creditCode, companyName, name, idNumber }: Typed): Promise<Applicant> =>
  mine().applicants.keep(
    isOrganisation(kind as ApplicantKind)
      ? { kind: kind as ApplicantKind, creditCode, companyName, representative: { name, idNumber } }
      : { kind: kind as ApplicantKind },
  )

type ApplicantFormProps = { hasMyself: boolean; terms: ApplicantTerms; onAdded: () => Promise<void> }

/** Adds whom somebody applies for: themselves, or an organisation as its licence has it. */
export const ApplicantForm = ({ hasMyself, terms, onAdded }: ApplicantFormProps) => {
  const language = useLanguage()
  const texts = useTexts(applicantTexts)
  const [isAdded, setAdded] = useState(false)
  const typedIn =
    (label: string) =>
    (typed: string, all: Typed): string | undefined =>
      isOrg(all) && typed.trim() === '' ? texts.missing(label) : undefined
  const form = useForm<Typed>(nothing, {
    fields: { 'representative/name': 'name', 'representative/idNumber': 'idNumber' },
    checks: {
      creditCode: (typed, all) => {
        const isWrong = isOrg(all) && judgeCreditCode(normaliseCreditCode(typed)).verdict === 'wrong'
        return (
          typedIn(texts.creditCode)(typed, all) ??
          (isWrong ? applicationProblems.invalid_credit_code[language] : undefined)
        )
      },
      companyName: typedIn(texts.companyName),
      name: typedIn(texts.name),
      idNumber: typedIn(texts.idNumber),
    },
    send: async (typed) => {
      try {
        await keep(typed)
      } catch (error) {
        return refusedIn(error, language)
      }
      for (const name of ['creditCode', 'companyName', 'name', 'idNumber'] as const) form.set(name, '')
      setAdded(true)
      await onAdded()
      return undefined
    },
  })
  const { values } = form
  useWarning([values.creditCode, values.companyName, values.name, values.idNumber].some((typed) => typed !== ''))
  const kinds = applicantKinds.filter((kind) => kind !== 'individual' || !hasMyself)
  return (
    <section className="card stack">
      <h2>{texts.add}</h2>
      <form className="stack-wide" noValidate onSubmit={form.submit} onInput={() => setAdded(false)}>
        <ErrorSummary {...form.summary} />
        <RadioCards
          id="kind"
          label={texts.kind}
          error={form.error('kind')}
          chosen={values.kind}
          onChoose={(kind) => form.set('kind', kind)}
          options={kinds.map((kind) => ({
            value: kind as string,
            name: texts[kind],
            more: <span className="quiet">{texts[`${kind}More`]}</span>,
          }))}
        />
        {isOrg(values) && (
          <>
            {terms.readsLicences && values.kind !== 'government' && (
              <LicencePart
                terms={terms}
                typed={{
                  ...{ creditCode: values.creditCode, companyName: values.companyName },
                  legalRepresentative: values.name,
                }}
                fill={(field, text) => form.set(field === 'legalRepresentative' ? 'name' : field, text)}
              />
            )}
            <TextField
              {...form.text('creditCode')}
              label={texts.creditCode}
              hint={texts.creditCodeHint}
              maxLength={40}
              verbatim
            />
            <TextField
              {...form.text('companyName')}
              label={texts.companyName}
              hint={texts.companyNameHint}
              maxLength={400}
              verbatim
            />
            <TextField {...form.text('name')} label={texts.name} hint={texts.nameHint} verbatim />
            <IdNumberField {...form.text('idNumber')} label={texts.idNumber} hint={texts.idNumberHint} />
          </>
        )}
        <Status>{isAdded && <Banner tone="good">{texts.added}</Banner>}</Status>
        <Button kind="main" wide submit busy={form.busy}>
          {texts.send}
        </Button>
      </form>
    </section>
  )
}
