/** The programs of src/cli are plain JavaScript: what tests import of them has no types. */
declare module "*.mjs";
