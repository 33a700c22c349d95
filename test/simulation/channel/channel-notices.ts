import type { Channel } from './channel.ts'

/** The channel notifies of something about an order, now. */
export const announce = (channel: Channel, about: string, notice: unknown): void => {
  const body = Buffer.from(JSON.stringify(notice))
  const lost = channel.moods.losesNotice()
  channel.notices.push({ about, body, at: channel.now() - channel.moods.skewMs, tries: 0, isTaken: false, lost })
}
