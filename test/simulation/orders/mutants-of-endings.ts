import { DAY } from '../../../shared/kernel/time.ts'
import { type Suspect, seeing } from '../world/mutant.ts'
import type { World } from '../world/world.ts'

const isSubmitting = ({ acting }: World): boolean => acting?.name === 'submit'

/** Wrong ways to end what is over, for somebody who begins anew. */
export const mutantsOfEndings: readonly Suspect[] = [
  {
    name: 'submitting goes by another clock than paying',
    seenBy: 'crashes',
    seenIn: 'submitted anew when the time is over',
    table: seeing((item, world) =>
      isSubmitting(world) && item.sk === 'ORDER' ? { ...item, expiresAt: Number(item.expiresAt) + DAY } : item,
    ),
  },
  {
    name: 'submitting anew ends an order without the channel',
    seenBy: 'crashes',
    seenIn: 'submitted anew when the time is over',
    provider: (inner, world) => ({
      ...inner,
      close: async (outTradeNo) => (isSubmitting(world) ? { kind: 'closed' } : inner.close(outTradeNo)),
    }),
  },
]
