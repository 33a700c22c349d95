/** Why there is no view: the visitor or the app does not allow it; there is no camera; or another app has it. */
export type NoCamera = 'denied' | 'missing' | 'busy'

const reasons: Readonly<Record<string, NoCamera>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

/** Why a browser gave none, by what it threw. */
export const whyNoCamera = (error: unknown): NoCamera =>
  (error instanceof Error && Object.hasOwn(reasons, error.name) && reasons[error.name]) || 'missing'

/** Large enough that the letters of a card can be read, and what phones do without waiting. px. */
const WANTED = { width: { ideal: 1920 }, height: { ideal: 1080 } }

type Devices = Pick<MediaDevices, 'getUserMedia'>

/** The camera that looks away from the visitor, or the one there is. Throws as browsers do; `whyNoCamera` tells. */
export const openCamera = (devices: Devices): Promise<MediaStream> =>
  devices.getUserMedia({ audio: false, video: { facingMode: { ideal: 'environment' }, ...WANTED } })

/** Its light goes out. */
export const stopCamera = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}
