/** A page whose first visit `npm run bench` measures. */
type MeasuredPage = {
  title: string
  path: string
  /** Selects what somebody would touch first. */
  usable: string
}

export const measuredPages: readonly MeasuredPage[] = []
