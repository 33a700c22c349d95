import { AskedButton } from '../../shared/controls/asked-button.tsx'
import { useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { caseTexts } from './texts.ts'

/** Takes a case back, after a question. `onOver`: it is, or was over before; the page has to be read again. */
export const Withdraw = ({ id, onOver }: { id: string; onOver: () => Promise<void> }) => {
  const { withdraw, withdrawTitle: title, withdrawMore: more, withdrawYes: yes, withdrawNo: no } = useTexts(caseTexts)
  return (
    <AskedButton
      kind="plain"
      question={{ title, more, yes, no }}
      onYes={() => mine().reviews.withdraw(id)}
      onOver={onOver}
    >
      {withdraw}
    </AskedButton>
  )
}
