// What Excel says when it refuses: a code that add-ins test for, a sentence, and where.

export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location: string,
    readonly status = 400,
  ) {
    super(message);
    this.name = "ApiError";
  }
}

export const invalidArgument = (
  location: string,
  message = "The argument is invalid or missing or has an incorrect format.",
) => new ApiError("InvalidArgument", message, location);

export const wrongShape = (location: string) =>
  invalidArgument(
    location,
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

export const itemNotFound = (location: string) =>
  new ApiError("ItemNotFound", "The requested resource doesn't exist.", location, 404);

/** Its cells or its sheet were deleted. */
export const invalidReference = (location: string) =>
  new ApiError("InvalidReference", "This reference is not valid for the current operation.", location);

export const alreadyExists = (location: string) =>
  new ApiError("ItemAlreadyExists", "A resource with the same name or identifier already exists.", location, 409);

export const accessDenied = (location: string) =>
  new ApiError("AccessDenied", "You cannot perform the requested operation.", location, 403);

export const invalidOperation = (location: string, message: string) =>
  new ApiError("InvalidOperation", message, location);

/** Excel may well know the member; this host does not, and says which. */
export const notImplemented = (member: string) =>
  new ApiError("NotImplemented", `The workbench does not answer ${member}.`, member, 501);
