import { AskedButton } from '../../shared/controls/asked-button.tsx'
import { useTexts } from '../../shared/language.ts'
import { router } from '../../shared/router/router.ts'
import { mine } from '../../shared/service.ts'
import { verifyPayTexts } from './texts.ts'

/**
 * Changes what an unpaid verification is bought with: it is given up, and submitted anew with the other offer. `onOver`: it turned out to
 * be paid or over.
 */
export const ChangeOffer = ({ orderId, onOver }: { orderId: string; onOver: () => Promise<void> }) => {
  const { change, changeTitle: title, changeMore: more, changeYes: yes, changeNo: no } = useTexts(verifyPayTexts)
  const giveUp = async (): Promise<void> => {
    try {
      await mine().orders.cancel(orderId)
    } catch (error) {
      await onOver()
      throw error
    }
    router().go('/verify', { replace: true })
  }
  return (
    <AskedButton wide question={{ title, more, yes, no }} onYes={giveUp}>
      {change}
    </AskedButton>
  )
}
