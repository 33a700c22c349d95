import { Button } from '../../shared/controls/button.tsx'
import { useLanguage } from '../../shared/language.ts'
import { failureText } from '../../shared/state/failure.ts'
import { say } from '../controls/notice.tsx'
import { queuesChanged } from '../queue/changed.ts'

type ClaimButtonProps = {
  children: string
  /** The key `a` presses it. */
  isFirst?: boolean
  claim: () => Promise<unknown>
  onDone: () => unknown
}

/** Takes a case or gives it back: no deed, so that nothing is asked before. */
export const ClaimButton = ({ children, isFirst = false, claim, onDone }: ClaimButtonProps) => {
  const language = useLanguage()
  const press = async (): Promise<void> => {
    try {
      await claim()
      queuesChanged()
    } catch (error) {
      say({ tone: 'warn', text: failureText(error, language) })
    }
    await onDone()
  }
  return (
    <span data-key={isFirst ? 'act' : undefined}>
      <Button {...(isFirst && { kind: 'main' as const })} onPress={press}>
        {children}
      </Button>
    </span>
  )
}
