import type { App } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { StepUp } from './step-up.tsx'
import { appTexts } from './texts.ts'

type RenameProofProps = {
  of: App
  /** The name that it shall have, as it was read. */
  to: string
  /** `waits`: for a person who looks at a picture. */
  onRenamed: (waits: boolean) => Promise<void>
  onBack: () => void
}

/** W8 old and new name, and what shows that it is the administrator who confirms exactly that pair. */
export const RenameProof = ({ of, to, onRenamed, onBack }: RenameProofProps) => {
  const texts = useTexts(appTexts)
  return (
    <StepUp
      prefix="rename-"
      asked={{ step: 'rename', app: of.id, name: to }}
      label={texts.renameSend}
      send={async (proof) => {
        const answer = await mine().apps.rename(of.id, { from: of.name, name: to, ...proof })
        await onRenamed('review' in answer)
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
    </StepUp>
  )
}
