import { type ReactNode, useState } from 'react'
import type { Answer } from 'shiming-client'
import { normaliseIdNumber } from '../../../functions/person/id-number.ts'
import { normalisePhone } from '../../../functions/person/phone.ts'
import { personProblems } from '../../../functions/person/problems.ts'
import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { CodeField, IdNumberField, PhoneField } from '../../shared/controls/typed-fields.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { isProblem, refusedIn } from '../../shared/state/failure.ts'
import { useFace } from '../certification/confirming/use-face.ts'
import { AskCode } from '../code/ask-code.tsx'
import { codeProblem } from '../code/code-problem.ts'
import { codeTexts } from '../code/texts.ts'
import { phoneDigits } from '../person/phone-digits.ts'
import { pictureWrong } from '../pictures/texts.ts'
import { usePictures } from '../pictures/use-pictures.ts'
import { PresencePart } from './presence-part.tsx'
import { stepUpTexts } from './step-up-texts.ts'

const HOLDER = 'holder'

const LAST_FOUR = /^\d{3}[\dX]$/

/** What shows that it is the holder of the account. */
export type StepUp = { phone: string; smsCode: string; idLastFour?: string; face?: string; picture?: string }

/** What the step takes, and how faces are confirmed here. */
export type StepTerms = {
  terms: Answer<'POST /v1/app-steps/looks'>
  faceTerms: Answer<'GET /v1/face-terms'>
}

export type StepUpFormProps = {
  /** Before the ids of its fields: there may be several on a page. */
  prefix: string
  /** On the button that does it. */
  label: string
  send: (proof: StepUp) => Promise<void>
  /** What is confirmed, above the fields. */
  children?: ReactNode
  /** What else can be done, below the button. */
  beside?: ReactNode
}

/** W8 a sensitive step: the code to one's own number, and of whoever is verified the last four, and a face or a picture, whichever they choose. */
export const StepUpForm = ({
  terms: { lastFour, face: asked },
  faceTerms,
  prefix,
  label,
  send,
  children,
  beside,
}: StepUpFormProps & StepTerms) => {
  const language = useLanguage()
  const texts = useTexts(stepUpTexts)
  const codes = useTexts(codeTexts)
  const [by, setBy] = useState<'face' | 'picture'>(faceTerms.offered ? 'face' : 'picture')
  const face = useFace(asked ?? { action: '', from: '' }, { offered: faceTerms.offered && asked !== null })
  const pictures = usePictures([HOLDER], {})
  const pictured = () => pictures[HOLDER].shown.get().state
  const isByFace = asked !== null && by === 'face'
  const isByPicture = asked !== null && by === 'picture'
  const form = useForm(
    { face: '', picture: '', phone: '', smsCode: '', idLastFour: '' },
    {
      prefix,
      checks: {
        face: () => (isByFace && !face.confirmed ? texts.faceMissing : undefined),
        picture: () => (isByPicture ? pictureWrong(HOLDER, pictured(), { isNeeded: true, language }) : undefined),
        phone: (typed) => (normalisePhone(typed).ok ? undefined : personProblems.invalid_phone[language]),
        smsCode: (typed) => codeProblem(typed, language),
        idLastFour: (typed) =>
          !lastFour || LAST_FOUR.test(normaliseIdNumber(typed)) ? undefined : texts.lastFourWrong,
      },
      send: async ({ phone, smsCode, idLastFour }) => {
        const state = pictured()
        try {
          await send({
            ...{ phone: phoneDigits(phone), smsCode },
            ...(lastFour && { idLastFour }),
            ...(isByFace && face.confirmed && { face: face.confirmed.id }),
            ...(isByPicture && state.is === 'stored' && { picture: state.id }),
          })
        } catch (error) {
          if (isProblem(error, 'confirmation_face_unfit')) face.spend(face.confirmed?.id)
          return refusedIn(error, language)
        }
        return undefined
      },
    },
  )
  return (
    <div className="stack-wide">
      {children}
      {asked !== null && (
        <PresencePart
          {...{ prefix, by, action: asked.action, terms: faceTerms, face, picture: pictures[HOLDER] }}
          errors={{ face: form.error('face'), picture: form.error('picture') }}
          onChoose={(chosen) => {
            setBy(chosen)
            form.set('face', '')
          }}
          onDeed={() => form.set('picture', '')}
        />
      )}
      <form className="stack-wide" noValidate onSubmit={form.submit}>
        <ErrorSummary {...form.summary} />
        <h3>{texts.proof}</h3>
        <PhoneField {...form.text('phone')} label={texts.phone} hint={texts.phoneHint} />
        <AskCode phone={form.values.phone} ask={() => form.ask('phone')} field={`${prefix}smsCode`} />
        <CodeField {...form.text('smsCode')} label={codes.code} hint={codes.hint} />
        {lastFour && (
          <IdNumberField
            {...form.text('idLastFour')}
            label={texts.lastFour}
            hint={texts.lastFourHint}
            grouped={false}
          />
        )}
        <Button kind="main" wide submit busy={form.busy}>
          {label}
        </Button>
        {beside}
      </form>
    </div>
  )
}
