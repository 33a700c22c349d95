import type { ComplaintDesk } from '../../../functions/complaints/complaint-desk.ts'
import type { PaymentChannel } from '../../../functions/payment/paying/provider.ts'
import type { Channel } from './channel.ts'
import { complaintTold, takesCompletion, takesReply } from './channel-complaints.ts'

/** Where the channel tells of complaints and takes what is said to them, as its API does. */
export const complaintDesk = (channel: Channel, name: PaymentChannel): ComplaintDesk => ({
  channel: name,
  async detail(complaintId) {
    const complaint = channel.complaints.get(complaintId)
    return complaint ? { kind: 'complaint', complaint: complaintTold(channel, complaint) } : { kind: 'absent' }
  },
  async list({ offset, limit }) {
    const all = [...channel.complaints.values()].map((one) => complaintTold(channel, one))
    return { kind: 'page', complaints: all.slice(offset, offset + limit), total: all.length }
  },
  async history(complaintId) {
    const complaint = channel.complaints.get(complaintId)
    if (!complaint) return { kind: 'absent' }
    return { kind: 'history', lines: [...complaint.talk], total: complaint.talk.length }
  },
  reply: async (complaintId, text) => takesReply(channel, complaintId, text),
  complete: async (complaintId) => takesCompletion(channel, complaintId),
})
