import type { ComplaintDesk } from '../../functions/complaints/complaint-desk.ts'
import type { PaymentChannel } from '../../functions/payment/paying/provider.ts'
import type { Channel } from './channel.ts'

/** Where the channel tells of complaints. Nobody answers any here. */
export const complaintDesk = (channel: Channel, name: PaymentChannel): ComplaintDesk => ({
  channel: name,
  async detail(complaintId) {
    const complaint = channel.complaints.get(complaintId)
    return complaint ? { kind: 'complaint', complaint } : { kind: 'absent' }
  },
  list: async () => ({ kind: 'page', complaints: [...channel.complaints.values()], total: channel.complaints.size }),
  history: async () => ({ kind: 'history', lines: [], total: 0 }),
  reply: async () => ({ kind: 'rejected', code: 'nobody_asks' }),
  complete: async () => ({ kind: 'rejected', code: 'nobody_asks' }),
})
