import { useState } from 'react'
import type { Body } from 'shiming-client'
import { normaliseIdNumber } from '../../../../functions/person/id-number.ts'
import { normalisePhone } from '../../../../functions/person/phone.ts'
import { personProblems } from '../../../../functions/person/problems.ts'
import { Button } from '../../../shared/controls/button.tsx'
import { RadioCards } from '../../../shared/controls/choices.tsx'
import { ErrorSummary } from '../../../shared/controls/error-summary.tsx'
import { CodeField, IdNumberField, PhoneField } from '../../../shared/controls/typed-fields.tsx'
import { useForm } from '../../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../../shared/language.ts'
import { isProblem, refusedIn } from '../../../shared/state/failure.ts'
import { AskCode } from '../../code/ask-code.tsx'
import { codeProblem } from '../../code/code-problem.ts'
import { codeTexts } from '../../code/texts.ts'
import { phoneDigits } from '../../person/phone-digits.ts'
import { KindField } from '../../pictures/kind-field.tsx'
import { pictureWrong } from '../../pictures/texts.ts'
import { usePictures } from '../../pictures/use-pictures.ts'
import type { Found } from '../application.ts'
import { Pair } from '../facts-card.tsx'
import { FacePart } from './face-part.tsx'
import { confirmingTexts } from './texts.ts'
import { useFace } from './use-face.ts'

type Confirmation = Body<'POST /v1/applications/{id}/confirmation'>

const HOLDER = 'holder'

const LAST_FOUR = /^\d{3}[\dX]$/

type ConfirmFormProps = {
  found: Found
  /** Confirms exactly the change of name that is shown. */
  send: (confirmation: Confirmation) => Promise<unknown>
  /** It is confirmed, or is another than was shown: the application is to be read again. */
  read: () => Promise<void>
}

/** W3 W8 exactly one change of name, and what shows that it is the administrator who confirms it: face or picture, a code, the last four. */
export const ConfirmForm = ({ found: { of, faceTerms }, send, read }: ConfirmFormProps) => {
  const language = useLanguage()
  const texts = useTexts(confirmingTexts)
  const codes = useTexts(codeTexts)
  const [by, setBy] = useState<'face' | 'picture'>(faceTerms.offered ? 'face' : 'picture')
  const face = useFace({ action: of.faceAction, from: of.submittedAt ?? of.createdAt }, faceTerms)
  const pictures = usePictures([HOLDER], {})
  const pictured = () => pictures[HOLDER].shown.get().state
  const form = useForm(
    { presence: '', holder: '', phone: '', smsCode: '', idLastFour: '' },
    {
      checks: {
        presence: () => (by === 'face' && !face.confirmed ? texts.faceMissing : undefined),
        holder: () => (by === 'face' ? undefined : pictureWrong(HOLDER, pictured(), { isNeeded: true, language })),
        phone: (typed) => (normalisePhone(typed).ok ? undefined : personProblems.invalid_phone[language]),
        smsCode: (typed) => codeProblem(typed, language),
        idLastFour: (typed) => (LAST_FOUR.test(normaliseIdNumber(typed)) ? undefined : texts.lastFourWrong),
      },
      fields: {
        face: 'presence',
        picture: 'holder',
        'proof/face': 'presence',
        'proof/picture': 'holder',
        'proof/phone': 'phone',
        'proof/smsCode': 'smsCode',
        'proof/idLastFour': 'idLastFour',
      },
      send: async ({ phone, smsCode, idLastFour }) => {
        const state = pictured()
        const stepUp = { phone: phoneDigits(phone), smsCode, idLastFour }
        const proof =
          by === 'face'
            ? { ...stepUp, face: face.confirmed?.id ?? '' }
            : { ...stepUp, picture: state.is === 'stored' ? state.id : '' }
        try {
          await send({ pairToken: of.pairToken, proof })
        } catch (error) {
          if (isProblem(error, 'names_changed') || isProblem(error, 'application_over')) await read()
          return refusedIn(error, language)
        }
        await read()
        return undefined
      },
    },
  )
  const isSame = of.names.from === of.names.to
  return (
    <>
      <section className="card stack">
        <h2>{isSame ? texts.titleSame : texts.title}</h2>
        <p>{isSame ? texts.same : texts.more}</p>
        <Pair names={of.names} />
        {faceTerms.offered && (
          <RadioCards
            id="presence"
            label={texts.presence}
            hint={texts.presenceMore}
            error={form.error('presence')}
            chosen={by}
            onChoose={(chosen) => {
              setBy(chosen)
              form.set('presence', '')
              form.set('holder', '')
            }}
            options={[
              { value: 'face', name: texts.face, more: <span className="quiet">{texts.faceMore}</span> },
              { value: 'picture', name: texts.picture, more: <span className="quiet">{texts.pictureMore}</span> },
            ]}
          />
        )}
      </section>
      {by === 'face' && <FacePart action={of.faceAction} terms={faceTerms} face={face} />}
      <form className="card stack-wide" noValidate onSubmit={form.submit}>
        <ErrorSummary {...form.summary} />
        <h2>{by === 'face' ? texts.proof : texts.proofWithPicture}</h2>
        {by === 'picture' && (
          <KindField
            kind={HOLDER}
            id={HOLDER}
            picture={pictures[HOLDER]}
            isNeeded
            error={form.error('holder')}
            onDeed={() => form.set('holder', '')}
          />
        )}
        <PhoneField {...form.text('phone')} label={texts.phone} hint={texts.phoneHint} />
        <AskCode phone={form.values.phone} ask={() => form.ask('phone')} field="smsCode" />
        <CodeField {...form.text('smsCode')} label={codes.code} hint={codes.hint} />
        <IdNumberField {...form.text('idLastFour')} label={texts.lastFour} hint={texts.lastFourHint} grouped={false} />
        <Button kind="main" wide submit busy={form.busy}>
          {isSame ? texts.sendSame : texts.send}
        </Button>
      </form>
    </>
  )
}
