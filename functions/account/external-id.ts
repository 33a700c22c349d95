/** How the platform names one of its users: 1 to 128 visible ASCII characters, compared exactly. */
export const EXTERNAL_ID = /^[\x21-\x7e]{1,128}$/
