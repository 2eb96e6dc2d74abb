// The add-in only manifest of task pane add-ins as a table: Microsoft's element order ([MS-OWEMXML], "How to find the
// proper order of manifest elements") with the shared runtime, for what such a manifest uses.
//
// children: "Name Type" in the order in which they must stand; ? at most once, * any number, + at least one; A|B either.
// attributes: the value's type; ? may be left out.
// text: the type of the content. byXsiType: the type to check by, chosen by the xsi:type attribute.

export const NAMESPACES = {
  "": "http://schemas.microsoft.com/office/appforoffice/1.1",
  ov: "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
  bt: "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
};

const oneOf = (...words) => ({ pattern: new RegExp(`^(${words.join("|")})$`), means: `one of ${words.join(", ")}` });
const upTo = (length) => ({ pattern: new RegExp(`^[^]{1,${length}}$`), means: `1 to ${length} characters` });
const GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

/** What a text or an attribute may say. */
export const VALUES = {
  text: upTo(2048),
  shortString: upTo(125),
  longString: upTo(250),
  id: upTo(32),
  guid: { pattern: new RegExp(`^${GUID}$`), means: "a GUID such as 01234567-89ab-cdef-0123-456789abcdef" },
  version: { pattern: /^\d{1,5}(\.\d{1,5}){0,3}$/, means: "one to four numbers such as 1.2.0.0" },
  shortVersion: { pattern: /^\d{1,5}\.\d{1,5}$/, means: "two numbers such as 1.2" },
  locale: { pattern: /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,2}$/, means: "a language such as en-US" },
  number: { pattern: /^\d+$/, means: "a whole number" },
  boolean: oneOf("true", "false"),
  url: { pattern: /^https:\/\/[^\s/]+(\/\S*)?$/, means: "an https:// URL" },
  permissions: oneOf("Restricted", "ReadDocument", "ReadAllDocument", "WriteDocument", "ReadWriteDocument"),
  hostName: oneOf("Document", "Notebook", "Presentation", "Project", "Workbook", "Database"),
  lifetime: oneOf("short", "long"),
  equivalentType: oneOf("COM", "XLL"),
  appType: oneOf("TaskPaneApp"),
  overridesType: oneOf("VersionOverridesV1_0"),
};

const text = (value) => ({ text: value });
const children = (...list) => ({ children: list });
const resource = (pool) => ({ attributes: { resid: "id" }, pool });
const localized = (value) => ({
  attributes: { DefaultValue: value },
  children: [`Override* Override:${value}`],
});
const localizedResource = (value) => ({
  attributes: { id: "id", DefaultValue: value },
  children: [`bt:Override* Override:${value}`],
});
const override = (value) => ({ attributes: { Locale: "locale", Value: value } });
const requirement = { attributes: { Name: "shortString", "MinVersion?": "shortVersion" } };
const form = {
  ...children("ov:Runtimes? Runtimes", "ov:AllFormFactors? AllFormFactors", "ov:DesktopFormFactor? FormFactor"),
};
const label = ["ov:OverriddenByRibbonApi? Boolean", "ov:Label ShortRef"];

/** Every type of element; the root is OfficeApp. */
export const TYPES = {
  OfficeApp: {
    attributes: { "xsi:type": "appType" },
    children: [
      "Id Guid",
      "AlternateId? Text",
      "Version Version",
      "ProviderName ShortText",
      "DefaultLocale Locale",
      "DisplayName LocalizedShort",
      "Description LocalizedLong",
      "IconUrl? LocalizedUrl",
      "HighResolutionIconUrl? LocalizedUrl",
      "SupportUrl? LocalizedUrl",
      "AppDomains? AppDomains",
      "Hosts Hosts",
      "Requirements? Requirements",
      "DefaultSettings DefaultSettings",
      "Permissions Permissions",
      "ov:VersionOverrides? VersionOverrides",
      "ExtendedOverrides? ExtendedOverrides",
    ],
  },
  AppDomains: children("AppDomain* Url"),
  Hosts: children("Host+ Host"),
  Host: { attributes: { Name: "hostName" } },
  Requirements: children("Sets? Sets", "Methods? Methods"),
  Sets: { attributes: { "DefaultMinVersion?": "shortVersion" }, children: ["Set+ Requirement"] },
  Methods: { attributes: { "DefaultMinVersion?": "shortVersion" }, children: ["Method+ Requirement"] },
  Requirement: requirement,
  DefaultSettings: children("SourceLocation LocalizedUrl"),
  ExtendedOverrides: { attributes: { Url: "url", "ResourcesUrl?": "url" } },

  VersionOverrides: {
    attributes: { "xsi:type": "overridesType" },
    children: [
      "ov:Description? LongRef",
      "ov:Requirements? OverridesRequirements",
      "ov:Hosts? OverridesHosts",
      "ov:Resources? Resources",
      "ov:WebApplicationInfo? WebApplicationInfo",
      "ov:EquivalentAddins? EquivalentAddins",
    ],
  },
  OverridesRequirements: children("bt:Sets OverridesSets"),
  OverridesSets: { attributes: { "DefaultMinVersion?": "shortVersion" }, children: ["bt:Set+ Requirement"] },
  OverridesHosts: children("ov:Host+ OverridesHost"),
  OverridesHost: { byXsiType: { Workbook: "Form", Document: "Form", Presentation: "Form", Notebook: "Form" } },
  Form: form,
  Runtimes: children("ov:Runtime+ Runtime"),
  Runtime: { ...resource("Urls"), attributes: { resid: "id", "lifetime?": "lifetime" } },
  AllFormFactors: children("ov:ExtensionPoint? FunctionsPoint"),
  FunctionsPoint: { byXsiType: { CustomFunctions: "CustomFunctions" } },
  CustomFunctions: children("ov:Script Location", "ov:Page Location", "ov:Metadata Location", "ov:Namespace ShortRef"),
  Location: children("ov:SourceLocation UrlRef"),
  FormFactor: children("ov:GetStarted? GetStarted", "ov:FunctionFile? UrlRef", "ov:ExtensionPoint+ ExtensionPoint"),
  GetStarted: children("ov:Title ShortRef", "ov:Description LongRef", "ov:LearnMoreUrl UrlRef"),
  ExtensionPoint: { byXsiType: { PrimaryCommandSurface: "CommandSurface", ContextMenu: "ContextMenu" } },
  CommandSurface: children("ov:OfficeTab* OfficeTab", "ov:CustomTab? CustomTab"),
  ContextMenu: children("ov:OfficeMenu+ OfficeMenu"),
  OfficeTab: { attributes: { id: "shortString" }, children: ["ov:Group+ Group"] },
  CustomTab: { attributes: { id: "shortString" }, children: ["ov:Group+ Group", "ov:Label ShortRef"] },
  OfficeMenu: { attributes: { id: "shortString" }, children: ["ov:Control+ Control"] },
  Group: { attributes: { id: "shortString" }, children: [...label, "ov:Icon Icon", "ov:Control+ Control"] },
  Control: { attributes: { id: "shortString" }, byXsiType: { Button: "Button", Menu: "Menu" } },
  Button: children(...label, "ov:Supertip Supertip", "ov:Icon Icon", "ov:Action Action", "ov:Enabled? Boolean"),
  Menu: children(...label, "ov:Supertip Supertip", "ov:Icon Icon", "ov:Items Items"),
  Items: children("ov:Item+ Item"),
  Item: {
    attributes: { id: "shortString" },
    children: [...label, "ov:Supertip Supertip", "ov:Icon? Icon", "ov:Action Action", "ov:Enabled? Boolean"],
  },
  Supertip: children("ov:Title ShortRef", "ov:Description LongRef"),
  Icon: children("bt:Image+ ImageRef"),
  Action: { byXsiType: { ShowTaskpane: "ShowTaskpane", ExecuteFunction: "ExecuteFunction" } },
  ShowTaskpane: children("ov:TaskpaneId? ShortText", "ov:SourceLocation UrlRef", "ov:Title? ShortRef"),
  ExecuteFunction: children("ov:FunctionName LongText"),

  Resources: children(
    "bt:Images? Images",
    "bt:Urls? Urls",
    "bt:ShortStrings? ShortStrings",
    "bt:LongStrings? LongStrings",
  ),
  Images: children("bt:Image* UrlResource"),
  Urls: children("bt:Url* UrlResource"),
  ShortStrings: children("bt:String* ShortResource"),
  LongStrings: children("bt:String* LongResource"),
  UrlResource: localizedResource("url"),
  ShortResource: localizedResource("shortString"),
  LongResource: localizedResource("longString"),
  WebApplicationInfo: children("ov:Id Guid", "ov:Resource LongText", "ov:Scopes Scopes"),
  Scopes: children("ov:Scope+ LongText"),
  EquivalentAddins: children("ov:EquivalentAddin+ EquivalentAddin"),
  EquivalentAddin: children(
    "ov:ProgId? LongText",
    "ov:DisplayName? LongText",
    "ov:FileName? LongText",
    "ov:Type EquivalentType",
  ),

  UrlRef: resource("Urls"),
  ShortRef: resource("ShortStrings"),
  LongRef: resource("LongStrings"),
  ImageRef: { ...resource("Images"), attributes: { size: "number", resid: "id" } },
  LocalizedShort: localized("shortString"),
  LocalizedLong: localized("longString"),
  LocalizedUrl: localized("url"),
  "Override:shortString": override("shortString"),
  "Override:longString": override("longString"),
  "Override:url": override("url"),
  Guid: text("guid"),
  Version: text("version"),
  Locale: text("locale"),
  Permissions: text("permissions"),
  Boolean: text("boolean"),
  Url: text("url"),
  Text: text("text"),
  ShortText: text("shortString"),
  LongText: text("longString"),
  EquivalentType: text("equivalentType"),
};
