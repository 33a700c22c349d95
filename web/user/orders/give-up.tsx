import { AskedButton } from '../../shared/controls/asked-button.tsx'
import { useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { orderTexts } from './texts.ts'

type GiveUpProps = {
  orderId: string
  /** What the button says. */
  text: string
  /** It is given up, or was paid or ended before that: the page has to be read again. */
  onOver: () => Promise<void>
}

/** Gives up an unpaid order, after a question. */
export const GiveUp = ({ orderId, text, onOver }: GiveUpProps) => {
  const { giveUpTitle: title, giveUpMore: more, giveUpYes: yes, giveUpNo: no } = useTexts(orderTexts)
  return (
    <AskedButton
      kind="plain"
      question={{ title, more, yes, no }}
      onYes={() => mine().orders.cancel(orderId)}
      onOver={onOver}
    >
      {text}
    </AskedButton>
  )
}
