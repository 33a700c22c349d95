import type { App } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { StepUpForm } from './step-up-form.tsx'
import { appTexts } from './texts.ts'

type RenameProofProps = {
  of: App
  /** The name that it shall have, as it was read. */
  to: string
  /** Whether the account is somebody, whose last four are asked for. */
  isVerified: boolean
  onRenamed: () => Promise<void>
  onBack: () => void
}

/** W8 old and new name, and what shows that it is the administrator who confirms exactly that pair. */
export const RenameProof = ({ of, to, isVerified, onRenamed, onBack }: RenameProofProps) => {
  const texts = useTexts(appTexts)
  return (
    <StepUpForm
      prefix="rename-"
      isVerified={isVerified}
      label={texts.renameSend}
      send={async (proof) => {
        await mine().apps.rename(of.id, { from: of.name, name: to, ...proof })
        await onRenamed()
      }}
      beside={
        <Button kind="plain" wide onPress={onBack}>
          {texts.back}
        </Button>
      }
    >
      <h3>{texts.confirm}</h3>
      <dl className="facts">
        <div>
          <dt>{texts.from}</dt>
          <dd>{of.name}</dd>
        </div>
        <div>
          <dt>{texts.to}</dt>
          <dd>
            <strong>{to}</strong>
          </dd>
        </div>
      </dl>
    </StepUpForm>
  )
}
