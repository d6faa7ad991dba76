/** Megabytes (1,048,576 bytes) that a file of evidence may have. */
export const maxFileMegabytes = 10;
