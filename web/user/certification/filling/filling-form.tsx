import { useState } from 'react'
import { pictureNames } from '../../../../functions/verification/papers/words.ts'
import { Button } from '../../../shared/controls/button.tsx'
import { ErrorSummary } from '../../../shared/controls/error-summary.tsx'
import { Field } from '../../../shared/controls/field.tsx'
import type { Refused } from '../../../shared/controls/form.ts'
import { useForm } from '../../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../../shared/language.ts'
import { failureText, refusedIn } from '../../../shared/state/failure.ts'
import { NameField } from '../../apps/name-field.tsx'
import { usePlacedPictures } from '../../pictures/use-pictures.ts'
import type { Found } from '../application.ts'
import { ApplicantField } from './applicant-field.tsx'
import { AskedCard, AskedHere, askedOf } from './asked.tsx'
import { Faults } from './faults.tsx'
import { filledChecks, filledOf, fillingOf, refusedBy } from './form-of.ts'
import { Materials } from './materials.tsx'
import { saidDays } from './paper-days.ts'
import { heldIn, keptIn, kindIn, type PlacedKind } from './places.ts'
import { SavedNote } from './saved-note.tsx'
import { TermsCard } from './terms-card.tsx'
import { fillingTexts } from './texts.ts'
import { useCertifiedName } from './use-certified-name.ts'
import { usePreCheck } from './use-pre-check.ts'
import { useSaving } from './use-saving.ts'

/** Which field each kind of picture is asked for by. */
const fieldOf = {
  business_licence: 'business_licence',
  organisation_certificate: 'organisation_certificate',
  authorisation_letter: 'authorisation_letter',
  name_proof: 'name_proof',
  other_proof: 'other_proof',
  holder: 'administrator_picture',
} as const satisfies Record<PlacedKind, string>

type FillingFormProps = {
  found: Found
  /** Sends it on; everything is kept by then, and nothing is wrong with it. */
  send: () => Promise<Refused | undefined>
  submit: string
}

/** W2 W4 everything that an application says: kept as it is typed, looked at for free, and then sent on. */
export const FillingForm = ({ found, send, submit }: FillingFormProps) => {
  const language = useLanguage()
  const texts = useTexts(fillingTexts)
  const { of, app, applicants } = found
  const [kept] = useState(() => keptIn(of))
  const pictures = usePlacedPictures(kindIn, kept)
  const stateOf = (place: keyof typeof kindIn) => pictures[place].shown.get().state
  // The picture that confirmed it is no material of the checklist.
  const askedNow = (values: ReturnType<typeof filledOf>) => ({
    ...{ app: app.id, applicant: values.applicant, certifiedName: values.certifiedName },
    papers: saidDays(values),
    materials: heldIn(pictures, kept).flatMap(({ kind, id }) => (kind === 'holder' ? [] : id)),
  })
  const check = async (values: ReturnType<typeof filledOf>): Promise<Refused | undefined> => {
    const held = heldIn(pictures, kept)
    await saving.save(fillingOf(values, held))
    const result = await pre.look(askedNow(values))
    const looked = held.filter(({ kind }) => kind !== 'holder')
    return result.ready ? undefined : refusedBy(result, looked, language)
  }
  const form = useForm(filledOf(of), {
    checks: filledChecks(language, stateOf),
    fields: { app: 'applicant' },
    send: async (values) => {
      try {
        return (await check(values)) ?? (await send())
      } catch (error) {
        return refusedIn(error, language)
      }
    },
  })
  const pre = usePreCheck({
    ...{ app: app.id, applicant: of.applicant, certifiedName: of.names.to },
    papers: saidDays(filledOf(of)),
    materials: of.materials.flatMap(({ kind, id }) => (kind === 'holder' ? [] : id)),
  })
  const saving = useSaving(of.id, fillingOf(form.values, heldIn(pictures, kept)))
  const names = useCertifiedName(form.values.certifiedName, app)
  const [failed, setFailed] = useState<string>()
  const checkOnly = async (values = form.values): Promise<void> => {
    setFailed(undefined)
    try {
      await check(values)
    } catch (error) {
      setFailed(failureText(error, language))
    }
  }
  const choose = (applicant: string): void => {
    form.set('applicant', applicant)
    // What pictures are taken and what it costs depends on whose it is.
    void checkOnly({ ...form.values, applicant })
  }
  const { value, onType, onLeave, ...said } = form.text('said')
  const dayOf = (name: 'business_licenceDay' | 'authorisation_letterDay') => ({
    ...{ value: form.values[name], error: form.error(name) },
    onType: (day: string) => form.set(name, day),
  })
  const asked = (field: Parameters<typeof askedOf>[1]): string | undefined => askedOf(of, field, language)
  const holderAsked = asked('administrator_picture')
  const company = applicants.find(({ id }) => id === form.values.applicant)?.companyName ?? '____________'
  const askedName = asked('certified_name')
  const askedWords = asked('explanation')
  return (
    <>
      {of.status === 'returned' && <AskedCard of={of} most={pre.checked?.terms.returns} />}
      {pre.checked && <TermsCard of={pre.checked} />}
      <section className="card stack">
        <h2>{of.status === 'returned' ? texts.corrected : texts.title}</h2>
        <form className="stack-wide" noValidate onSubmit={form.submit}>
          <ErrorSummary {...form.summary} />
          <ApplicantField
            found={found}
            chosen={form.values.applicant}
            error={form.error('applicant')}
            onChoose={choose}
          />
          <div className="stack">
            {askedName !== undefined && <AskedHere>{askedName}</AskedHere>}
            <NameField {...form.text('certifiedName')} {...names} label={texts.name} rules={found.rules} />
            <p className="quiet">{texts.keepName}</p>
          </div>
          {pre.checked && (
            <Materials
              checklist={pre.checked.checklist}
              holder={
                holderAsked === undefined
                  ? undefined
                  : { name: pictureNames.holder.name[language], how: pictureNames.holder.how[language] }
              }
              pictures={pictures}
              askedOf={(kind) => asked(fieldOf[kind])}
              error={(place) => form.error(place)}
              onDeed={(place) => form.set(place, '')}
              letter={{ company, app: form.values.certifiedName }}
              days={{
                business_licence: {
                  ...dayOf('business_licenceDay'),
                  open: {
                    value: form.values.business_licenceOpen,
                    onCheck: (value) => form.set('business_licenceOpen', value),
                  },
                },
                authorisation_letter: dayOf('authorisation_letterDay'),
              }}
            />
          )}
          <div className="stack">
            {askedWords !== undefined && <AskedHere>{askedWords}</AskedHere>}
            <Field {...said} label={texts.said} hint={texts.saidHint}>
              {(control) => (
                <textarea
                  {...control}
                  className="input"
                  rows={4}
                  value={value}
                  onChange={({ target }) => onType(target.value)}
                  onBlur={onLeave}
                />
              )}
            </Field>
          </div>
          <SavedNote saved={saving.saved} again={saving.saveQuietly} />
          {(failed ?? pre.failed) !== undefined && <p role="alert">{failed ?? failureText(pre.failed, language)}</p>}
          <Button wide onPress={() => checkOnly()}>
            {texts.check}
          </Button>
          <Button kind="main" wide submit busy={form.busy}>
            {submit}
          </Button>
        </form>
      </section>
      {pre.checked && <Faults of={pre.checked} application={of} />}
    </>
  )
}
