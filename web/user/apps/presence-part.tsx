import type { Answer } from 'shiming-client'
import { RadioCards } from '../../shared/controls/choices.tsx'
import { useTexts } from '../../shared/language.ts'
import { FacePart } from '../certification/confirming/face-part.tsx'
import { confirmingTexts } from '../certification/confirming/texts.ts'
import type { useFace } from '../certification/confirming/use-face.ts'
import { KindField } from '../pictures/kind-field.tsx'
import type { Picture } from '../pictures/picture-of.ts'
import { stepUpTexts } from './step-up-texts.ts'

type PresencePartProps = {
  prefix: string
  by: 'face' | 'picture'
  action: string
  terms: Answer<'GET /v1/face-terms'>
  face: ReturnType<typeof useFace>
  picture: Picture
  errors: { face: string | undefined; picture: string | undefined }
  onChoose: (by: 'face' | 'picture') => void
  onDeed: () => void
}

/** W8 in person: by face, or by a picture that people look at, which are equal. Where no face can be confirmed, the picture is the way, and it says so. */
export const PresencePart = ({
  prefix,
  by,
  action,
  terms,
  face,
  picture,
  errors,
  onChoose,
  onDeed,
}: PresencePartProps) => {
  const texts = useTexts(confirmingTexts)
  const steps = useTexts(stepUpTexts)
  return (
    <div className="stack">
      {terms.offered ? (
        <RadioCards
          id={`${prefix}face`}
          label={texts.presence}
          hint={texts.presenceMore}
          error={errors.face}
          chosen={by}
          onChoose={onChoose}
          options={[
            { value: 'face', name: texts.face, more: <span className="quiet">{texts.faceMore}</span> },
            { value: 'picture', name: texts.picture, more: <span className="quiet">{steps.pictureMore}</span> },
          ]}
        />
      ) : (
        <p className="quiet">{steps.pictureOnly}</p>
      )}
      {by === 'face' && <FacePart action={action} terms={terms} face={face} />}
      {by === 'picture' && (
        <KindField {...{ kind: 'holder', id: `${prefix}picture`, picture, onDeed }} isNeeded error={errors.picture} />
      )}
    </div>
  )
}
