/** A page whose first visit `npm run bench` measures. */
type MeasuredPage = {
  title: string
  path: string
  /** Selects what somebody would touch first. */
  usable: string
}

/** Those that people come to first: by themselves, to sign in, and by the `verifyUrl` of a 905 or a link of the platform. */
export const measuredPages: readonly MeasuredPage[] = [
  { title: 'start', path: '/', usable: 'main .button-main' },
  { title: 'sign-in', path: '/sign-in', usable: 'main input' },
  { title: 'verify, not signed in', path: '/verify', usable: 'main input' },
]
