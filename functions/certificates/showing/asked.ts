import type { Certificate } from '../certificate/certificate.ts'

/** An id that was asked about: none where what was typed cannot be one; and the certificate as it stands, where there is one. */
export type Asked = { id: string | undefined; standing?: Certificate | undefined }
