import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  oneDecimal,
  plainTable,
  require_cli_table3,
  require_string_width,
  size,
  times,
  twoDecimals,
  whole
} from "./chunk-64JX6OUA.js";
import {
  __commonJS,
  __require,
  __toBinaryNode,
  __toESM
} from "./chunk-PAXKCXVC.js";

// node_modules/commander/lib/error.js
var require_error = __commonJS({
  "node_modules/commander/lib/error.js"(exports) {
    var CommanderError2 = class extends Error {
      /**
       * Constructs the CommanderError class
       * @param {number} exitCode suggested exit code which could be used with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       */
      constructor(exitCode, code, message2) {
        super(message2);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
        this.code = code;
        this.exitCode = exitCode;
        this.nestedError = void 0;
      }
    };
    var InvalidArgumentError2 = class extends CommanderError2 {
      /**
       * Constructs the InvalidArgumentError class
       * @param {string} [message] explanation of why argument is invalid
       */
      constructor(message2) {
        super(1, "commander.invalidArgument", message2);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
      }
    };
    exports.CommanderError = CommanderError2;
    exports.InvalidArgumentError = InvalidArgumentError2;
  }
});

// node_modules/commander/lib/argument.js
var require_argument = __commonJS({
  "node_modules/commander/lib/argument.js"(exports) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Argument2 = class {
      /**
       * Initialize a new command argument with the given name and description.
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @param {string} name
       * @param {string} [description]
       */
      constructor(name, description) {
        this.description = description || "";
        this.variadic = false;
        this.parseArg = void 0;
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.argChoices = void 0;
        switch (name[0]) {
          case "<":
            this.required = true;
            this._name = name.slice(1, -1);
            break;
          case "[":
            this.required = false;
            this._name = name.slice(1, -1);
            break;
          default:
            this.required = true;
            this._name = name;
            break;
        }
        if (this._name.endsWith("...")) {
          this.variadic = true;
          this._name = this._name.slice(0, -3);
        }
      }
      /**
       * Return argument name.
       *
       * @return {string}
       */
      name() {
        return this._name;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Argument}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Set the custom handler for processing CLI command arguments into argument values.
       *
       * @param {Function} [fn]
       * @return {Argument}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Only allow argument value to be one of choices.
       *
       * @param {string[]} values
       * @return {Argument}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Make argument required.
       *
       * @returns {Argument}
       */
      argRequired() {
        this.required = true;
        return this;
      }
      /**
       * Make argument optional.
       *
       * @returns {Argument}
       */
      argOptional() {
        this.required = false;
        return this;
      }
    };
    function humanReadableArgName(arg) {
      const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
      return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
    }
    exports.Argument = Argument2;
    exports.humanReadableArgName = humanReadableArgName;
  }
});

// node_modules/commander/lib/help.js
var require_help = __commonJS({
  "node_modules/commander/lib/help.js"(exports) {
    var { humanReadableArgName } = require_argument();
    var Help2 = class {
      constructor() {
        this.helpWidth = void 0;
        this.minWidthToWrap = 40;
        this.sortSubcommands = false;
        this.sortOptions = false;
        this.showGlobalOptions = false;
      }
      /**
       * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
       * and just before calling `formatHelp()`.
       *
       * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
       *
       * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
       */
      prepareContext(contextOptions) {
        this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
      }
      /**
       * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
       *
       * @param {Command} cmd
       * @returns {Command[]}
       */
      visibleCommands(cmd) {
        const visibleCommands = cmd.commands.filter((cmd2) => !cmd2._hidden);
        const helpCommand = cmd._getHelpCommand();
        if (helpCommand && !helpCommand._hidden) {
          visibleCommands.push(helpCommand);
        }
        if (this.sortSubcommands) {
          visibleCommands.sort((a, b) => {
            return a.name().localeCompare(b.name());
          });
        }
        return visibleCommands;
      }
      /**
       * Compare options for sort.
       *
       * @param {Option} a
       * @param {Option} b
       * @returns {number}
       */
      compareOptions(a, b) {
        const getSortKey = (option) => {
          return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
        };
        return getSortKey(a).localeCompare(getSortKey(b));
      }
      /**
       * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleOptions(cmd) {
        const visibleOptions = cmd.options.filter((option) => !option.hidden);
        const helpOption = cmd._getHelpOption();
        if (helpOption && !helpOption.hidden) {
          const removeShort = helpOption.short && cmd._findOption(helpOption.short);
          const removeLong = helpOption.long && cmd._findOption(helpOption.long);
          if (!removeShort && !removeLong) {
            visibleOptions.push(helpOption);
          } else if (helpOption.long && !removeLong) {
            visibleOptions.push(
              cmd.createOption(helpOption.long, helpOption.description)
            );
          } else if (helpOption.short && !removeShort) {
            visibleOptions.push(
              cmd.createOption(helpOption.short, helpOption.description)
            );
          }
        }
        if (this.sortOptions) {
          visibleOptions.sort(this.compareOptions);
        }
        return visibleOptions;
      }
      /**
       * Get an array of the visible global options. (Not including help.)
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleGlobalOptions(cmd) {
        if (!this.showGlobalOptions) return [];
        const globalOptions = [];
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          const visibleOptions = ancestorCmd.options.filter(
            (option) => !option.hidden
          );
          globalOptions.push(...visibleOptions);
        }
        if (this.sortOptions) {
          globalOptions.sort(this.compareOptions);
        }
        return globalOptions;
      }
      /**
       * Get an array of the arguments if any have a description.
       *
       * @param {Command} cmd
       * @returns {Argument[]}
       */
      visibleArguments(cmd) {
        if (cmd._argsDescription) {
          cmd.registeredArguments.forEach((argument) => {
            argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
          });
        }
        if (cmd.registeredArguments.find((argument) => argument.description)) {
          return cmd.registeredArguments;
        }
        return [];
      }
      /**
       * Get the command term to show in the list of subcommands.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandTerm(cmd) {
        const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
        return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + // simplistic check for non-help option
        (args ? " " + args : "");
      }
      /**
       * Get the option term to show in the list of options.
       *
       * @param {Option} option
       * @returns {string}
       */
      optionTerm(option) {
        return option.flags;
      }
      /**
       * Get the argument term to show in the list of arguments.
       *
       * @param {Argument} argument
       * @returns {string}
       */
      argumentTerm(argument) {
        return argument.name();
      }
      /**
       * Get the longest command term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestSubcommandTermLength(cmd, helper) {
        return helper.visibleCommands(cmd).reduce((max, command) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleSubcommandTerm(helper.subcommandTerm(command))
            )
          );
        }, 0);
      }
      /**
       * Get the longest option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestOptionTermLength(cmd, helper) {
        return helper.visibleOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest global option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestGlobalOptionTermLength(cmd, helper) {
        return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest argument term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestArgumentTermLength(cmd, helper) {
        return helper.visibleArguments(cmd).reduce((max, argument) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleArgumentTerm(helper.argumentTerm(argument))
            )
          );
        }, 0);
      }
      /**
       * Get the command usage to be displayed at the top of the built-in help.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandUsage(cmd) {
        let cmdName = cmd._name;
        if (cmd._aliases[0]) {
          cmdName = cmdName + "|" + cmd._aliases[0];
        }
        let ancestorCmdNames = "";
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
        }
        return ancestorCmdNames + cmdName + " " + cmd.usage();
      }
      /**
       * Get the description for the command.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandDescription(cmd) {
        return cmd.description();
      }
      /**
       * Get the subcommand summary to show in the list of subcommands.
       * (Fallback to description for backwards compatibility.)
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandDescription(cmd) {
        return cmd.summary() || cmd.description();
      }
      /**
       * Get the option description to show in the list of options.
       *
       * @param {Option} option
       * @return {string}
       */
      optionDescription(option) {
        const extraInfo = [];
        if (option.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (option.defaultValue !== void 0) {
          const showDefault = option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean";
          if (showDefault) {
            extraInfo.push(
              `default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`
            );
          }
        }
        if (option.presetArg !== void 0 && option.optional) {
          extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
        }
        if (option.envVar !== void 0) {
          extraInfo.push(`env: ${option.envVar}`);
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (option.description) {
            return `${option.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return option.description;
      }
      /**
       * Get the argument description to show in the list of arguments.
       *
       * @param {Argument} argument
       * @return {string}
       */
      argumentDescription(argument) {
        const extraInfo = [];
        if (argument.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (argument.defaultValue !== void 0) {
          extraInfo.push(
            `default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`
          );
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (argument.description) {
            return `${argument.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return argument.description;
      }
      /**
       * Format a list of items, given a heading and an array of formatted items.
       *
       * @param {string} heading
       * @param {string[]} items
       * @param {Help} helper
       * @returns string[]
       */
      formatItemList(heading, items, helper) {
        if (items.length === 0) return [];
        return [helper.styleTitle(heading), ...items, ""];
      }
      /**
       * Group items by their help group heading.
       *
       * @param {Command[] | Option[]} unsortedItems
       * @param {Command[] | Option[]} visibleItems
       * @param {Function} getGroup
       * @returns {Map<string, Command[] | Option[]>}
       */
      groupItems(unsortedItems, visibleItems, getGroup) {
        const result = /* @__PURE__ */ new Map();
        unsortedItems.forEach((item) => {
          const group = getGroup(item);
          if (!result.has(group)) result.set(group, []);
        });
        visibleItems.forEach((item) => {
          const group = getGroup(item);
          if (!result.has(group)) {
            result.set(group, []);
          }
          result.get(group).push(item);
        });
        return result;
      }
      /**
       * Generate the built-in help text.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {string}
       */
      formatHelp(cmd, helper) {
        const termWidth = helper.padWidth(cmd, helper);
        const helpWidth = helper.helpWidth ?? 80;
        function callFormatItem(term, description) {
          return helper.formatItem(term, termWidth, description, helper);
        }
        let output = [
          `${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`,
          ""
        ];
        const commandDescription = helper.commandDescription(cmd);
        if (commandDescription.length > 0) {
          output = output.concat([
            helper.boxWrap(
              helper.styleCommandDescription(commandDescription),
              helpWidth
            ),
            ""
          ]);
        }
        const argumentList = helper.visibleArguments(cmd).map((argument) => {
          return callFormatItem(
            helper.styleArgumentTerm(helper.argumentTerm(argument)),
            helper.styleArgumentDescription(helper.argumentDescription(argument))
          );
        });
        output = output.concat(
          this.formatItemList("Arguments:", argumentList, helper)
        );
        const optionGroups = this.groupItems(
          cmd.options,
          helper.visibleOptions(cmd),
          (option) => option.helpGroupHeading ?? "Options:"
        );
        optionGroups.forEach((options, group) => {
          const optionList = options.map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(this.formatItemList(group, optionList, helper));
        });
        if (helper.showGlobalOptions) {
          const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(
            this.formatItemList("Global Options:", globalOptionList, helper)
          );
        }
        const commandGroups = this.groupItems(
          cmd.commands,
          helper.visibleCommands(cmd),
          (sub) => sub.helpGroup() || "Commands:"
        );
        commandGroups.forEach((commands, group) => {
          const commandList = commands.map((sub) => {
            return callFormatItem(
              helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
              helper.styleSubcommandDescription(helper.subcommandDescription(sub))
            );
          });
          output = output.concat(this.formatItemList(group, commandList, helper));
        });
        return output.join("\n");
      }
      /**
       * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
       *
       * @param {string} str
       * @returns {number}
       */
      displayWidth(str) {
        return stripColor(str).length;
      }
      /**
       * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
       *
       * @param {string} str
       * @returns {string}
       */
      styleTitle(str) {
        return str;
      }
      styleUsage(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word === "[command]") return this.styleSubcommandText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleCommandText(word);
        }).join(" ");
      }
      styleCommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleOptionDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleSubcommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleArgumentDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleDescriptionText(str) {
        return str;
      }
      styleOptionTerm(str) {
        return this.styleOptionText(str);
      }
      styleSubcommandTerm(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleSubcommandText(word);
        }).join(" ");
      }
      styleArgumentTerm(str) {
        return this.styleArgumentText(str);
      }
      styleOptionText(str) {
        return str;
      }
      styleArgumentText(str) {
        return str;
      }
      styleSubcommandText(str) {
        return str;
      }
      styleCommandText(str) {
        return str;
      }
      /**
       * Calculate the pad width from the maximum term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      padWidth(cmd, helper) {
        return Math.max(
          helper.longestOptionTermLength(cmd, helper),
          helper.longestGlobalOptionTermLength(cmd, helper),
          helper.longestSubcommandTermLength(cmd, helper),
          helper.longestArgumentTermLength(cmd, helper)
        );
      }
      /**
       * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
       *
       * @param {string} str
       * @returns {boolean}
       */
      preformatted(str) {
        return /\n[^\S\r\n]/.test(str);
      }
      /**
       * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
       *
       * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
       *   TTT  DDD DDDD
       *        DD DDD
       *
       * @param {string} term
       * @param {number} termWidth
       * @param {string} description
       * @param {Help} helper
       * @returns {string}
       */
      formatItem(term, termWidth, description, helper) {
        const itemIndent = 2;
        const itemIndentStr = " ".repeat(itemIndent);
        if (!description) return itemIndentStr + term;
        const paddedTerm = term.padEnd(
          termWidth + term.length - helper.displayWidth(term)
        );
        const spacerWidth = 2;
        const helpWidth = this.helpWidth ?? 80;
        const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
        let formattedDescription;
        if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) {
          formattedDescription = description;
        } else {
          const wrappedDescription = helper.boxWrap(description, remainingWidth);
          formattedDescription = wrappedDescription.replace(
            /\n/g,
            "\n" + " ".repeat(termWidth + spacerWidth)
          );
        }
        return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `
${itemIndentStr}`);
      }
      /**
       * Wrap a string at whitespace, preserving existing line breaks.
       * Wrapping is skipped if the width is less than `minWidthToWrap`.
       *
       * @param {string} str
       * @param {number} width
       * @returns {string}
       */
      boxWrap(str, width) {
        if (width < this.minWidthToWrap) return str;
        const rawLines = str.split(/\r\n|\n/);
        const chunkPattern = /[\s]*[^\s]+/g;
        const wrappedLines = [];
        rawLines.forEach((line) => {
          const chunks = line.match(chunkPattern);
          if (chunks === null) {
            wrappedLines.push("");
            return;
          }
          let sumChunks = [chunks.shift()];
          let sumWidth = this.displayWidth(sumChunks[0]);
          chunks.forEach((chunk) => {
            const visibleWidth = this.displayWidth(chunk);
            if (sumWidth + visibleWidth <= width) {
              sumChunks.push(chunk);
              sumWidth += visibleWidth;
              return;
            }
            wrappedLines.push(sumChunks.join(""));
            const nextChunk = chunk.trimStart();
            sumChunks = [nextChunk];
            sumWidth = this.displayWidth(nextChunk);
          });
          wrappedLines.push(sumChunks.join(""));
        });
        return wrappedLines.join("\n");
      }
    };
    function stripColor(str) {
      const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
      return str.replace(sgrPattern, "");
    }
    exports.Help = Help2;
    exports.stripColor = stripColor;
  }
});

// node_modules/commander/lib/option.js
var require_option = __commonJS({
  "node_modules/commander/lib/option.js"(exports) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Option2 = class {
      /**
       * Initialize a new `Option` with the given `flags` and `description`.
       *
       * @param {string} flags
       * @param {string} [description]
       */
      constructor(flags, description) {
        this.flags = flags;
        this.description = description || "";
        this.required = flags.includes("<");
        this.optional = flags.includes("[");
        this.variadic = /\w\.\.\.[>\]]$/.test(flags);
        this.mandatory = false;
        const optionFlags = splitOptionFlags(flags);
        this.short = optionFlags.shortFlag;
        this.long = optionFlags.longFlag;
        this.negate = false;
        if (this.long) {
          this.negate = this.long.startsWith("--no-");
        }
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.presetArg = void 0;
        this.envVar = void 0;
        this.parseArg = void 0;
        this.hidden = false;
        this.argChoices = void 0;
        this.conflictsWith = [];
        this.implied = void 0;
        this.helpGroupHeading = void 0;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Option}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Preset to use when option used without option-argument, especially optional but also boolean and negated.
       * The custom processing (parseArg) is called.
       *
       * @example
       * new Option('--color').default('GREYSCALE').preset('RGB');
       * new Option('--donate [amount]').preset('20').argParser(parseFloat);
       *
       * @param {*} arg
       * @return {Option}
       */
      preset(arg) {
        this.presetArg = arg;
        return this;
      }
      /**
       * Add option name(s) that conflict with this option.
       * An error will be displayed if conflicting options are found during parsing.
       *
       * @example
       * new Option('--rgb').conflicts('cmyk');
       * new Option('--js').conflicts(['ts', 'jsx']);
       *
       * @param {(string | string[])} names
       * @return {Option}
       */
      conflicts(names) {
        this.conflictsWith = this.conflictsWith.concat(names);
        return this;
      }
      /**
       * Specify implied option values for when this option is set and the implied options are not.
       *
       * The custom processing (parseArg) is not called on the implied values.
       *
       * @example
       * program
       *   .addOption(new Option('--log', 'write logging information to file'))
       *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
       *
       * @param {object} impliedOptionValues
       * @return {Option}
       */
      implies(impliedOptionValues) {
        let newImplied = impliedOptionValues;
        if (typeof impliedOptionValues === "string") {
          newImplied = { [impliedOptionValues]: true };
        }
        this.implied = Object.assign(this.implied || {}, newImplied);
        return this;
      }
      /**
       * Set environment variable to check for option value.
       *
       * An environment variable is only used if when processed the current option value is
       * undefined, or the source of the current value is 'default' or 'config' or 'env'.
       *
       * @param {string} name
       * @return {Option}
       */
      env(name) {
        this.envVar = name;
        return this;
      }
      /**
       * Set the custom handler for processing CLI option arguments into option values.
       *
       * @param {Function} [fn]
       * @return {Option}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Whether the option is mandatory and must have a value after parsing.
       *
       * @param {boolean} [mandatory=true]
       * @return {Option}
       */
      makeOptionMandatory(mandatory = true) {
        this.mandatory = !!mandatory;
        return this;
      }
      /**
       * Hide option in help.
       *
       * @param {boolean} [hide=true]
       * @return {Option}
       */
      hideHelp(hide = true) {
        this.hidden = !!hide;
        return this;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Only allow option value to be one of choices.
       *
       * @param {string[]} values
       * @return {Option}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Return option name.
       *
       * @return {string}
       */
      name() {
        if (this.long) {
          return this.long.replace(/^--/, "");
        }
        return this.short.replace(/^-/, "");
      }
      /**
       * Return option name, in a camelcase format that can be used
       * as an object attribute key.
       *
       * @return {string}
       */
      attributeName() {
        if (this.negate) {
          return camelcase(this.name().replace(/^no-/, ""));
        }
        return camelcase(this.name());
      }
      /**
       * Set the help group heading.
       *
       * @param {string} heading
       * @return {Option}
       */
      helpGroup(heading) {
        this.helpGroupHeading = heading;
        return this;
      }
      /**
       * Check if `arg` matches the short or long flag.
       *
       * @param {string} arg
       * @return {boolean}
       * @package
       */
      is(arg) {
        return this.short === arg || this.long === arg;
      }
      /**
       * Return whether a boolean option.
       *
       * Options are one of boolean, negated, required argument, or optional argument.
       *
       * @return {boolean}
       * @package
       */
      isBoolean() {
        return !this.required && !this.optional && !this.negate;
      }
    };
    var DualOptions = class {
      /**
       * @param {Option[]} options
       */
      constructor(options) {
        this.positiveOptions = /* @__PURE__ */ new Map();
        this.negativeOptions = /* @__PURE__ */ new Map();
        this.dualOptions = /* @__PURE__ */ new Set();
        options.forEach((option) => {
          if (option.negate) {
            this.negativeOptions.set(option.attributeName(), option);
          } else {
            this.positiveOptions.set(option.attributeName(), option);
          }
        });
        this.negativeOptions.forEach((value, key) => {
          if (this.positiveOptions.has(key)) {
            this.dualOptions.add(key);
          }
        });
      }
      /**
       * Did the value come from the option, and not from possible matching dual option?
       *
       * @param {*} value
       * @param {Option} option
       * @returns {boolean}
       */
      valueFromOption(value, option) {
        const optionKey = option.attributeName();
        if (!this.dualOptions.has(optionKey)) return true;
        const preset = this.negativeOptions.get(optionKey).presetArg;
        const negativeValue = preset !== void 0 ? preset : false;
        return option.negate === (negativeValue === value);
      }
    };
    function camelcase(str) {
      return str.split("-").reduce((str2, word) => {
        return str2 + word[0].toUpperCase() + word.slice(1);
      });
    }
    function splitOptionFlags(flags) {
      let shortFlag;
      let longFlag;
      const shortFlagExp = /^-[^-]$/;
      const longFlagExp = /^--[^-]/;
      const flagParts = flags.split(/[ |,]+/).concat("guard");
      if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
      if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
      if (!shortFlag && shortFlagExp.test(flagParts[0]))
        shortFlag = flagParts.shift();
      if (!shortFlag && longFlagExp.test(flagParts[0])) {
        shortFlag = longFlag;
        longFlag = flagParts.shift();
      }
      if (flagParts[0].startsWith("-")) {
        const unsupportedFlag = flagParts[0];
        const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
        if (/^-[^-][^-]/.test(unsupportedFlag))
          throw new Error(
            `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`
          );
        if (shortFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many short flags`);
        if (longFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many long flags`);
        throw new Error(`${baseError}
- unrecognised flag format`);
      }
      if (shortFlag === void 0 && longFlag === void 0)
        throw new Error(
          `option creation failed due to no flags found in '${flags}'.`
        );
      return { shortFlag, longFlag };
    }
    exports.Option = Option2;
    exports.DualOptions = DualOptions;
  }
});

// node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = __commonJS({
  "node_modules/commander/lib/suggestSimilar.js"(exports) {
    var maxDistance = 3;
    function editDistance(a, b) {
      if (Math.abs(a.length - b.length) > maxDistance)
        return Math.max(a.length, b.length);
      const d3 = [];
      for (let i = 0; i <= a.length; i++) {
        d3[i] = [i];
      }
      for (let j2 = 0; j2 <= b.length; j2++) {
        d3[0][j2] = j2;
      }
      for (let j2 = 1; j2 <= b.length; j2++) {
        for (let i = 1; i <= a.length; i++) {
          let cost = 1;
          if (a[i - 1] === b[j2 - 1]) {
            cost = 0;
          } else {
            cost = 1;
          }
          d3[i][j2] = Math.min(
            d3[i - 1][j2] + 1,
            // deletion
            d3[i][j2 - 1] + 1,
            // insertion
            d3[i - 1][j2 - 1] + cost
            // substitution
          );
          if (i > 1 && j2 > 1 && a[i - 1] === b[j2 - 2] && a[i - 2] === b[j2 - 1]) {
            d3[i][j2] = Math.min(d3[i][j2], d3[i - 2][j2 - 2] + 1);
          }
        }
      }
      return d3[a.length][b.length];
    }
    function suggestSimilar(word, candidates) {
      if (!candidates || candidates.length === 0) return "";
      candidates = Array.from(new Set(candidates));
      const searchingOptions = word.startsWith("--");
      if (searchingOptions) {
        word = word.slice(2);
        candidates = candidates.map((candidate) => candidate.slice(2));
      }
      let similar = [];
      let bestDistance = maxDistance;
      const minSimilarity = 0.4;
      candidates.forEach((candidate) => {
        if (candidate.length <= 1) return;
        const distance = editDistance(word, candidate);
        const length = Math.max(word.length, candidate.length);
        const similarity = (length - distance) / length;
        if (similarity > minSimilarity) {
          if (distance < bestDistance) {
            bestDistance = distance;
            similar = [candidate];
          } else if (distance === bestDistance) {
            similar.push(candidate);
          }
        }
      });
      similar.sort((a, b) => a.localeCompare(b));
      if (searchingOptions) {
        similar = similar.map((candidate) => `--${candidate}`);
      }
      if (similar.length > 1) {
        return `
(Did you mean one of ${similar.join(", ")}?)`;
      }
      if (similar.length === 1) {
        return `
(Did you mean ${similar[0]}?)`;
      }
      return "";
    }
    exports.suggestSimilar = suggestSimilar;
  }
});

// node_modules/commander/lib/command.js
var require_command = __commonJS({
  "node_modules/commander/lib/command.js"(exports) {
    var EventEmitter = __require("node:events").EventEmitter;
    var childProcess = __require("node:child_process");
    var path = __require("node:path");
    var fs = __require("node:fs");
    var process2 = __require("node:process");
    var { Argument: Argument2, humanReadableArgName } = require_argument();
    var { CommanderError: CommanderError2 } = require_error();
    var { Help: Help2, stripColor } = require_help();
    var { Option: Option2, DualOptions } = require_option();
    var { suggestSimilar } = require_suggestSimilar();
    var Command2 = class _Command extends EventEmitter {
      /**
       * Initialize a new `Command`.
       *
       * @param {string} [name]
       */
      constructor(name) {
        super();
        this.commands = [];
        this.options = [];
        this.parent = null;
        this._allowUnknownOption = false;
        this._allowExcessArguments = false;
        this.registeredArguments = [];
        this._args = this.registeredArguments;
        this.args = [];
        this.rawArgs = [];
        this.processedArgs = [];
        this._scriptPath = null;
        this._name = name || "";
        this._optionValues = {};
        this._optionValueSources = {};
        this._storeOptionsAsProperties = false;
        this._actionHandler = null;
        this._executableHandler = false;
        this._executableFile = null;
        this._executableDir = null;
        this._defaultCommandName = null;
        this._exitCallback = null;
        this._aliases = [];
        this._combineFlagAndOptionalValue = true;
        this._description = "";
        this._summary = "";
        this._argsDescription = void 0;
        this._enablePositionalOptions = false;
        this._passThroughOptions = false;
        this._lifeCycleHooks = {};
        this._showHelpAfterError = false;
        this._showSuggestionAfterError = true;
        this._savedState = null;
        this._outputConfiguration = {
          writeOut: (str) => process2.stdout.write(str),
          writeErr: (str) => process2.stderr.write(str),
          outputError: (str, write) => write(str),
          getOutHelpWidth: () => process2.stdout.isTTY ? process2.stdout.columns : void 0,
          getErrHelpWidth: () => process2.stderr.isTTY ? process2.stderr.columns : void 0,
          getOutHasColors: () => useColor() ?? (process2.stdout.isTTY && process2.stdout.hasColors?.()),
          getErrHasColors: () => useColor() ?? (process2.stderr.isTTY && process2.stderr.hasColors?.()),
          stripColor: (str) => stripColor(str)
        };
        this._hidden = false;
        this._helpOption = void 0;
        this._addImplicitHelpCommand = void 0;
        this._helpCommand = void 0;
        this._helpConfiguration = {};
        this._helpGroupHeading = void 0;
        this._defaultCommandGroup = void 0;
        this._defaultOptionGroup = void 0;
      }
      /**
       * Copy settings that are useful to have in common across root command and subcommands.
       *
       * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
       *
       * @param {Command} sourceCommand
       * @return {Command} `this` command for chaining
       */
      copyInheritedSettings(sourceCommand) {
        this._outputConfiguration = sourceCommand._outputConfiguration;
        this._helpOption = sourceCommand._helpOption;
        this._helpCommand = sourceCommand._helpCommand;
        this._helpConfiguration = sourceCommand._helpConfiguration;
        this._exitCallback = sourceCommand._exitCallback;
        this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
        this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
        this._allowExcessArguments = sourceCommand._allowExcessArguments;
        this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
        this._showHelpAfterError = sourceCommand._showHelpAfterError;
        this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
        return this;
      }
      /**
       * @returns {Command[]}
       * @private
       */
      _getCommandAndAncestors() {
        const result = [];
        for (let command = this; command; command = command.parent) {
          result.push(command);
        }
        return result;
      }
      /**
       * Define a command.
       *
       * There are two styles of command: pay attention to where to put the description.
       *
       * @example
       * // Command implemented using action handler (description is supplied separately to `.command`)
       * program
       *   .command('clone <source> [destination]')
       *   .description('clone a repository into a newly created directory')
       *   .action((source, destination) => {
       *     console.log('clone command called');
       *   });
       *
       * // Command implemented using separate executable file (description is second parameter to `.command`)
       * program
       *   .command('start <service>', 'start named service')
       *   .command('stop [service]', 'stop named service, or all if no name supplied');
       *
       * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
       * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
       * @param {object} [execOpts] - configuration options (for executable)
       * @return {Command} returns new command for action handler, or `this` for executable command
       */
      command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
        let desc = actionOptsOrExecDesc;
        let opts = execOpts;
        if (typeof desc === "object" && desc !== null) {
          opts = desc;
          desc = null;
        }
        opts = opts || {};
        const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const cmd = this.createCommand(name);
        if (desc) {
          cmd.description(desc);
          cmd._executableHandler = true;
        }
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        cmd._hidden = !!(opts.noHelp || opts.hidden);
        cmd._executableFile = opts.executableFile || null;
        if (args) cmd.arguments(args);
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd.copyInheritedSettings(this);
        if (desc) return this;
        return cmd;
      }
      /**
       * Factory routine to create a new unattached command.
       *
       * See .command() for creating an attached subcommand, which uses this routine to
       * create the command. You can override createCommand to customise subcommands.
       *
       * @param {string} [name]
       * @return {Command} new command
       */
      createCommand(name) {
        return new _Command(name);
      }
      /**
       * You can customise the help with a subclass of Help by overriding createHelp,
       * or by overriding Help properties using configureHelp().
       *
       * @return {Help}
       */
      createHelp() {
        return Object.assign(new Help2(), this.configureHelp());
      }
      /**
       * You can customise the help by overriding Help properties using configureHelp(),
       * or with a subclass of Help by overriding createHelp().
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureHelp(configuration) {
        if (configuration === void 0) return this._helpConfiguration;
        this._helpConfiguration = configuration;
        return this;
      }
      /**
       * The default output goes to stdout and stderr. You can customise this for special
       * applications. You can also customise the display of errors by overriding outputError.
       *
       * The configuration properties are all functions:
       *
       *     // change how output being written, defaults to stdout and stderr
       *     writeOut(str)
       *     writeErr(str)
       *     // change how output being written for errors, defaults to writeErr
       *     outputError(str, write) // used for displaying errors and not used for displaying help
       *     // specify width for wrapping help
       *     getOutHelpWidth()
       *     getErrHelpWidth()
       *     // color support, currently only used with Help
       *     getOutHasColors()
       *     getErrHasColors()
       *     stripColor() // used to remove ANSI escape codes if output does not have colors
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureOutput(configuration) {
        if (configuration === void 0) return this._outputConfiguration;
        this._outputConfiguration = {
          ...this._outputConfiguration,
          ...configuration
        };
        return this;
      }
      /**
       * Display the help or a custom message after an error occurs.
       *
       * @param {(boolean|string)} [displayHelp]
       * @return {Command} `this` command for chaining
       */
      showHelpAfterError(displayHelp = true) {
        if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
        this._showHelpAfterError = displayHelp;
        return this;
      }
      /**
       * Display suggestion of similar commands for unknown commands, or options for unknown options.
       *
       * @param {boolean} [displaySuggestion]
       * @return {Command} `this` command for chaining
       */
      showSuggestionAfterError(displaySuggestion = true) {
        this._showSuggestionAfterError = !!displaySuggestion;
        return this;
      }
      /**
       * Add a prepared subcommand.
       *
       * See .command() for creating an attached subcommand which inherits settings from its parent.
       *
       * @param {Command} cmd - new subcommand
       * @param {object} [opts] - configuration options
       * @return {Command} `this` command for chaining
       */
      addCommand(cmd, opts) {
        if (!cmd._name) {
          throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
        }
        opts = opts || {};
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        if (opts.noHelp || opts.hidden) cmd._hidden = true;
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd._checkForBrokenPassThrough();
        return this;
      }
      /**
       * Factory routine to create a new unattached argument.
       *
       * See .argument() for creating an attached argument, which uses this routine to
       * create the argument. You can override createArgument to return a custom argument.
       *
       * @param {string} name
       * @param {string} [description]
       * @return {Argument} new argument
       */
      createArgument(name, description) {
        return new Argument2(name, description);
      }
      /**
       * Define argument syntax for command.
       *
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @example
       * program.argument('<input-file>');
       * program.argument('[output-file]');
       *
       * @param {string} name
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom argument processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      argument(name, description, parseArg, defaultValue) {
        const argument = this.createArgument(name, description);
        if (typeof parseArg === "function") {
          argument.default(defaultValue).argParser(parseArg);
        } else {
          argument.default(parseArg);
        }
        this.addArgument(argument);
        return this;
      }
      /**
       * Define argument syntax for command, adding multiple at once (without descriptions).
       *
       * See also .argument().
       *
       * @example
       * program.arguments('<cmd> [env]');
       *
       * @param {string} names
       * @return {Command} `this` command for chaining
       */
      arguments(names) {
        names.trim().split(/ +/).forEach((detail) => {
          this.argument(detail);
        });
        return this;
      }
      /**
       * Define argument syntax for command, adding a prepared argument.
       *
       * @param {Argument} argument
       * @return {Command} `this` command for chaining
       */
      addArgument(argument) {
        const previousArgument = this.registeredArguments.slice(-1)[0];
        if (previousArgument?.variadic) {
          throw new Error(
            `only the last argument can be variadic '${previousArgument.name()}'`
          );
        }
        if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) {
          throw new Error(
            `a default value for a required argument is never used: '${argument.name()}'`
          );
        }
        this.registeredArguments.push(argument);
        return this;
      }
      /**
       * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
       *
       * @example
       *    program.helpCommand('help [cmd]');
       *    program.helpCommand('help [cmd]', 'show help');
       *    program.helpCommand(false); // suppress default help command
       *    program.helpCommand(true); // add help command even if no subcommands
       *
       * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
       * @param {string} [description] - custom description
       * @return {Command} `this` command for chaining
       */
      helpCommand(enableOrNameAndArgs, description) {
        if (typeof enableOrNameAndArgs === "boolean") {
          this._addImplicitHelpCommand = enableOrNameAndArgs;
          if (enableOrNameAndArgs && this._defaultCommandGroup) {
            this._initCommandGroup(this._getHelpCommand());
          }
          return this;
        }
        const nameAndArgs = enableOrNameAndArgs ?? "help [command]";
        const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const helpDescription = description ?? "display help for command";
        const helpCommand = this.createCommand(helpName);
        helpCommand.helpOption(false);
        if (helpArgs) helpCommand.arguments(helpArgs);
        if (helpDescription) helpCommand.description(helpDescription);
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Add prepared custom help command.
       *
       * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
       * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
       * @return {Command} `this` command for chaining
       */
      addHelpCommand(helpCommand, deprecatedDescription) {
        if (typeof helpCommand !== "object") {
          this.helpCommand(helpCommand, deprecatedDescription);
          return this;
        }
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Lazy create help command.
       *
       * @return {(Command|null)}
       * @package
       */
      _getHelpCommand() {
        const hasImplicitHelpCommand = this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"));
        if (hasImplicitHelpCommand) {
          if (this._helpCommand === void 0) {
            this.helpCommand(void 0, void 0);
          }
          return this._helpCommand;
        }
        return null;
      }
      /**
       * Add hook for life cycle event.
       *
       * @param {string} event
       * @param {Function} listener
       * @return {Command} `this` command for chaining
       */
      hook(event, listener) {
        const allowedValues = ["preSubcommand", "preAction", "postAction"];
        if (!allowedValues.includes(event)) {
          throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        if (this._lifeCycleHooks[event]) {
          this._lifeCycleHooks[event].push(listener);
        } else {
          this._lifeCycleHooks[event] = [listener];
        }
        return this;
      }
      /**
       * Register callback to use as replacement for calling process.exit.
       *
       * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
       * @return {Command} `this` command for chaining
       */
      exitOverride(fn) {
        if (fn) {
          this._exitCallback = fn;
        } else {
          this._exitCallback = (err) => {
            if (err.code !== "commander.executeSubCommandAsync") {
              throw err;
            } else {
            }
          };
        }
        return this;
      }
      /**
       * Call process.exit, and _exitCallback if defined.
       *
       * @param {number} exitCode exit code for using with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       * @return never
       * @private
       */
      _exit(exitCode, code, message2) {
        if (this._exitCallback) {
          this._exitCallback(new CommanderError2(exitCode, code, message2));
        }
        process2.exit(exitCode);
      }
      /**
       * Register callback `fn` for the command.
       *
       * @example
       * program
       *   .command('serve')
       *   .description('start service')
       *   .action(function() {
       *      // do work here
       *   });
       *
       * @param {Function} fn
       * @return {Command} `this` command for chaining
       */
      action(fn) {
        const listener = (args) => {
          const expectedArgsCount = this.registeredArguments.length;
          const actionArgs = args.slice(0, expectedArgsCount);
          if (this._storeOptionsAsProperties) {
            actionArgs[expectedArgsCount] = this;
          } else {
            actionArgs[expectedArgsCount] = this.opts();
          }
          actionArgs.push(this);
          return fn.apply(this, actionArgs);
        };
        this._actionHandler = listener;
        return this;
      }
      /**
       * Factory routine to create a new unattached option.
       *
       * See .option() for creating an attached option, which uses this routine to
       * create the option. You can override createOption to return a custom option.
       *
       * @param {string} flags
       * @param {string} [description]
       * @return {Option} new option
       */
      createOption(flags, description) {
        return new Option2(flags, description);
      }
      /**
       * Wrap parseArgs to catch 'commander.invalidArgument'.
       *
       * @param {(Option | Argument)} target
       * @param {string} value
       * @param {*} previous
       * @param {string} invalidArgumentMessage
       * @private
       */
      _callParseArg(target, value, previous, invalidArgumentMessage) {
        try {
          return target.parseArg(value, previous);
        } catch (err) {
          if (err.code === "commander.invalidArgument") {
            const message2 = `${invalidArgumentMessage} ${err.message}`;
            this.error(message2, { exitCode: err.exitCode, code: err.code });
          }
          throw err;
        }
      }
      /**
       * Check for option flag conflicts.
       * Register option if no conflicts found, or throw on conflict.
       *
       * @param {Option} option
       * @private
       */
      _registerOption(option) {
        const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
        if (matchingOption) {
          const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
          throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
        }
        this._initOptionGroup(option);
        this.options.push(option);
      }
      /**
       * Check for command name and alias conflicts with existing commands.
       * Register command if no conflicts found, or throw on conflict.
       *
       * @param {Command} command
       * @private
       */
      _registerCommand(command) {
        const knownBy = (cmd) => {
          return [cmd.name()].concat(cmd.aliases());
        };
        const alreadyUsed = knownBy(command).find(
          (name) => this._findCommand(name)
        );
        if (alreadyUsed) {
          const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
          const newCmd = knownBy(command).join("|");
          throw new Error(
            `cannot add command '${newCmd}' as already have command '${existingCmd}'`
          );
        }
        this._initCommandGroup(command);
        this.commands.push(command);
      }
      /**
       * Add an option.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addOption(option) {
        this._registerOption(option);
        const oname = option.name();
        const name = option.attributeName();
        if (option.negate) {
          const positiveLongFlag = option.long.replace(/^--no-/, "--");
          if (!this._findOption(positiveLongFlag)) {
            this.setOptionValueWithSource(
              name,
              option.defaultValue === void 0 ? true : option.defaultValue,
              "default"
            );
          }
        } else if (option.defaultValue !== void 0) {
          this.setOptionValueWithSource(name, option.defaultValue, "default");
        }
        const handleOptionValue = (val, invalidValueMessage, valueSource) => {
          if (val == null && option.presetArg !== void 0) {
            val = option.presetArg;
          }
          const oldValue = this.getOptionValue(name);
          if (val !== null && option.parseArg) {
            val = this._callParseArg(option, val, oldValue, invalidValueMessage);
          } else if (val !== null && option.variadic) {
            val = option._collectValue(val, oldValue);
          }
          if (val == null) {
            if (option.negate) {
              val = false;
            } else if (option.isBoolean() || option.optional) {
              val = true;
            } else {
              val = "";
            }
          }
          this.setOptionValueWithSource(name, val, valueSource);
        };
        this.on("option:" + oname, (val) => {
          const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
          handleOptionValue(val, invalidValueMessage, "cli");
        });
        if (option.envVar) {
          this.on("optionEnv:" + oname, (val) => {
            const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
            handleOptionValue(val, invalidValueMessage, "env");
          });
        }
        return this;
      }
      /**
       * Internal implementation shared by .option() and .requiredOption()
       *
       * @return {Command} `this` command for chaining
       * @private
       */
      _optionEx(config, flags, description, fn, defaultValue) {
        if (typeof flags === "object" && flags instanceof Option2) {
          throw new Error(
            "To add an Option object use addOption() instead of option() or requiredOption()"
          );
        }
        const option = this.createOption(flags, description);
        option.makeOptionMandatory(!!config.mandatory);
        if (typeof fn === "function") {
          option.default(defaultValue).argParser(fn);
        } else if (fn instanceof RegExp) {
          const regex = fn;
          fn = (val, def) => {
            const m = regex.exec(val);
            return m ? m[0] : def;
          };
          option.default(defaultValue).argParser(fn);
        } else {
          option.default(fn);
        }
        return this.addOption(option);
      }
      /**
       * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
       * option-argument is indicated by `<>` and an optional option-argument by `[]`.
       *
       * See the README for more details, and see also addOption() and requiredOption().
       *
       * @example
       * program
       *     .option('-p, --pepper', 'add pepper')
       *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
       *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
       *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      option(flags, description, parseArg, defaultValue) {
        return this._optionEx({}, flags, description, parseArg, defaultValue);
      }
      /**
       * Add a required option which must have a value after parsing. This usually means
       * the option must be specified on the command line. (Otherwise the same as .option().)
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      requiredOption(flags, description, parseArg, defaultValue) {
        return this._optionEx(
          { mandatory: true },
          flags,
          description,
          parseArg,
          defaultValue
        );
      }
      /**
       * Alter parsing of short flags with optional values.
       *
       * @example
       * // for `.option('-f,--flag [value]'):
       * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
       * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
       *
       * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
       * @return {Command} `this` command for chaining
       */
      combineFlagAndOptionalValue(combine = true) {
        this._combineFlagAndOptionalValue = !!combine;
        return this;
      }
      /**
       * Allow unknown options on the command line.
       *
       * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
       * @return {Command} `this` command for chaining
       */
      allowUnknownOption(allowUnknown = true) {
        this._allowUnknownOption = !!allowUnknown;
        return this;
      }
      /**
       * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
       *
       * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
       * @return {Command} `this` command for chaining
       */
      allowExcessArguments(allowExcess = true) {
        this._allowExcessArguments = !!allowExcess;
        return this;
      }
      /**
       * Enable positional options. Positional means global options are specified before subcommands which lets
       * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
       * The default behaviour is non-positional and global options may appear anywhere on the command line.
       *
       * @param {boolean} [positional]
       * @return {Command} `this` command for chaining
       */
      enablePositionalOptions(positional = true) {
        this._enablePositionalOptions = !!positional;
        return this;
      }
      /**
       * Pass through options that come after command-arguments rather than treat them as command-options,
       * so actual command-options come before command-arguments. Turning this on for a subcommand requires
       * positional options to have been enabled on the program (parent commands).
       * The default behaviour is non-positional and options may appear before or after command-arguments.
       *
       * @param {boolean} [passThrough] for unknown options.
       * @return {Command} `this` command for chaining
       */
      passThroughOptions(passThrough = true) {
        this._passThroughOptions = !!passThrough;
        this._checkForBrokenPassThrough();
        return this;
      }
      /**
       * @private
       */
      _checkForBrokenPassThrough() {
        if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) {
          throw new Error(
            `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`
          );
        }
      }
      /**
       * Whether to store option values as properties on command object,
       * or store separately (specify false). In both cases the option values can be accessed using .opts().
       *
       * @param {boolean} [storeAsProperties=true]
       * @return {Command} `this` command for chaining
       */
      storeOptionsAsProperties(storeAsProperties = true) {
        if (this.options.length) {
          throw new Error("call .storeOptionsAsProperties() before adding options");
        }
        if (Object.keys(this._optionValues).length) {
          throw new Error(
            "call .storeOptionsAsProperties() before setting option values"
          );
        }
        this._storeOptionsAsProperties = !!storeAsProperties;
        return this;
      }
      /**
       * Retrieve option value.
       *
       * @param {string} key
       * @return {object} value
       */
      getOptionValue(key) {
        if (this._storeOptionsAsProperties) {
          return this[key];
        }
        return this._optionValues[key];
      }
      /**
       * Store option value.
       *
       * @param {string} key
       * @param {object} value
       * @return {Command} `this` command for chaining
       */
      setOptionValue(key, value) {
        return this.setOptionValueWithSource(key, value, void 0);
      }
      /**
       * Store option value and where the value came from.
       *
       * @param {string} key
       * @param {object} value
       * @param {string} source - expected values are default/config/env/cli/implied
       * @return {Command} `this` command for chaining
       */
      setOptionValueWithSource(key, value, source) {
        if (this._storeOptionsAsProperties) {
          this[key] = value;
        } else {
          this._optionValues[key] = value;
        }
        this._optionValueSources[key] = source;
        return this;
      }
      /**
       * Get source of option value.
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSource(key) {
        return this._optionValueSources[key];
      }
      /**
       * Get source of option value. See also .optsWithGlobals().
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSourceWithGlobals(key) {
        let source;
        this._getCommandAndAncestors().forEach((cmd) => {
          if (cmd.getOptionValueSource(key) !== void 0) {
            source = cmd.getOptionValueSource(key);
          }
        });
        return source;
      }
      /**
       * Get user arguments from implied or explicit arguments.
       * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
       *
       * @private
       */
      _prepareUserArgs(argv, parseOptions) {
        if (argv !== void 0 && !Array.isArray(argv)) {
          throw new Error("first parameter to parse must be array or undefined");
        }
        parseOptions = parseOptions || {};
        if (argv === void 0 && parseOptions.from === void 0) {
          if (process2.versions?.electron) {
            parseOptions.from = "electron";
          }
          const execArgv = process2.execArgv ?? [];
          if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) {
            parseOptions.from = "eval";
          }
        }
        if (argv === void 0) {
          argv = process2.argv;
        }
        this.rawArgs = argv.slice();
        let userArgs;
        switch (parseOptions.from) {
          case void 0:
          case "node":
            this._scriptPath = argv[1];
            userArgs = argv.slice(2);
            break;
          case "electron":
            if (process2.defaultApp) {
              this._scriptPath = argv[1];
              userArgs = argv.slice(2);
            } else {
              userArgs = argv.slice(1);
            }
            break;
          case "user":
            userArgs = argv.slice(0);
            break;
          case "eval":
            userArgs = argv.slice(1);
            break;
          default:
            throw new Error(
              `unexpected parse option { from: '${parseOptions.from}' }`
            );
        }
        if (!this._name && this._scriptPath)
          this.nameFromFilename(this._scriptPath);
        this._name = this._name || "program";
        return userArgs;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Use parseAsync instead of parse if any of your action handlers are async.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * program.parse(); // parse process.argv and auto-detect electron and special node flags
       * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
       * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv] - optional, defaults to process.argv
       * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
       * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
       * @return {Command} `this` command for chaining
       */
      parse(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        this._parseCommand([], userArgs);
        return this;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
       * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
       * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv]
       * @param {object} [parseOptions]
       * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
       * @return {Promise}
       */
      async parseAsync(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        await this._parseCommand([], userArgs);
        return this;
      }
      _prepareForParse() {
        if (this._savedState === null) {
          this.saveStateBeforeParse();
        } else {
          this.restoreStateBeforeParse();
        }
      }
      /**
       * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state saved.
       */
      saveStateBeforeParse() {
        this._savedState = {
          // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
          _name: this._name,
          // option values before parse have default values (including false for negated options)
          // shallow clones
          _optionValues: { ...this._optionValues },
          _optionValueSources: { ...this._optionValueSources }
        };
      }
      /**
       * Restore state before parse for calls after the first.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state restored.
       */
      restoreStateBeforeParse() {
        if (this._storeOptionsAsProperties)
          throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
        this._name = this._savedState._name;
        this._scriptPath = null;
        this.rawArgs = [];
        this._optionValues = { ...this._savedState._optionValues };
        this._optionValueSources = { ...this._savedState._optionValueSources };
        this.args = [];
        this.processedArgs = [];
      }
      /**
       * Throw if expected executable is missing. Add lots of help for author.
       *
       * @param {string} executableFile
       * @param {string} executableDir
       * @param {string} subcommandName
       */
      _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
        if (fs.existsSync(executableFile)) return;
        const executableDirMessage = executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory";
        const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
        throw new Error(executableMissing);
      }
      /**
       * Execute a sub-command executable.
       *
       * @private
       */
      _executeSubCommand(subcommand, args) {
        args = args.slice();
        let launchWithNode = false;
        const sourceExt = [".js", ".ts", ".tsx", ".mjs", ".cjs"];
        function findFile(baseDir, baseName) {
          const localBin = path.resolve(baseDir, baseName);
          if (fs.existsSync(localBin)) return localBin;
          if (sourceExt.includes(path.extname(baseName))) return void 0;
          const foundExt = sourceExt.find(
            (ext) => fs.existsSync(`${localBin}${ext}`)
          );
          if (foundExt) return `${localBin}${foundExt}`;
          return void 0;
        }
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
        let executableDir = this._executableDir || "";
        if (this._scriptPath) {
          let resolvedScriptPath;
          try {
            resolvedScriptPath = fs.realpathSync(this._scriptPath);
          } catch {
            resolvedScriptPath = this._scriptPath;
          }
          executableDir = path.resolve(
            path.dirname(resolvedScriptPath),
            executableDir
          );
        }
        if (executableDir) {
          let localFile = findFile(executableDir, executableFile);
          if (!localFile && !subcommand._executableFile && this._scriptPath) {
            const legacyName = path.basename(
              this._scriptPath,
              path.extname(this._scriptPath)
            );
            if (legacyName !== this._name) {
              localFile = findFile(
                executableDir,
                `${legacyName}-${subcommand._name}`
              );
            }
          }
          executableFile = localFile || executableFile;
        }
        launchWithNode = sourceExt.includes(path.extname(executableFile));
        let proc;
        if (process2.platform !== "win32") {
          if (launchWithNode) {
            args.unshift(executableFile);
            args = incrementNodeInspectorPort(process2.execArgv).concat(args);
            proc = childProcess.spawn(process2.argv[0], args, { stdio: "inherit" });
          } else {
            proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
          }
        } else {
          this._checkForMissingExecutable(
            executableFile,
            executableDir,
            subcommand._name
          );
          args.unshift(executableFile);
          args = incrementNodeInspectorPort(process2.execArgv).concat(args);
          proc = childProcess.spawn(process2.execPath, args, { stdio: "inherit" });
        }
        if (!proc.killed) {
          const signals = ["SIGUSR1", "SIGUSR2", "SIGTERM", "SIGINT", "SIGHUP"];
          signals.forEach((signal) => {
            process2.on(signal, () => {
              if (proc.killed === false && proc.exitCode === null) {
                proc.kill(signal);
              }
            });
          });
        }
        const exitCallback = this._exitCallback;
        proc.on("close", (code) => {
          code = code ?? 1;
          if (!exitCallback) {
            process2.exit(code);
          } else {
            exitCallback(
              new CommanderError2(
                code,
                "commander.executeSubCommandAsync",
                "(close)"
              )
            );
          }
        });
        proc.on("error", (err) => {
          if (err.code === "ENOENT") {
            this._checkForMissingExecutable(
              executableFile,
              executableDir,
              subcommand._name
            );
          } else if (err.code === "EACCES") {
            throw new Error(`'${executableFile}' not executable`);
          }
          if (!exitCallback) {
            process2.exit(1);
          } else {
            const wrappedError = new CommanderError2(
              1,
              "commander.executeSubCommandAsync",
              "(error)"
            );
            wrappedError.nestedError = err;
            exitCallback(wrappedError);
          }
        });
        this.runningCommand = proc;
      }
      /**
       * @private
       */
      _dispatchSubcommand(commandName, operands, unknown) {
        const subCommand = this._findCommand(commandName);
        if (!subCommand) this.help({ error: true });
        subCommand._prepareForParse();
        let promiseChain;
        promiseChain = this._chainOrCallSubCommandHook(
          promiseChain,
          subCommand,
          "preSubcommand"
        );
        promiseChain = this._chainOrCall(promiseChain, () => {
          if (subCommand._executableHandler) {
            this._executeSubCommand(subCommand, operands.concat(unknown));
          } else {
            return subCommand._parseCommand(operands, unknown);
          }
        });
        return promiseChain;
      }
      /**
       * Invoke help directly if possible, or dispatch if necessary.
       * e.g. help foo
       *
       * @private
       */
      _dispatchHelpCommand(subcommandName) {
        if (!subcommandName) {
          this.help();
        }
        const subCommand = this._findCommand(subcommandName);
        if (subCommand && !subCommand._executableHandler) {
          subCommand.help();
        }
        return this._dispatchSubcommand(
          subcommandName,
          [],
          [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]
        );
      }
      /**
       * Check this.args against expected this.registeredArguments.
       *
       * @private
       */
      _checkNumberOfArguments() {
        this.registeredArguments.forEach((arg, i) => {
          if (arg.required && this.args[i] == null) {
            this.missingArgument(arg.name());
          }
        });
        if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) {
          return;
        }
        if (this.args.length > this.registeredArguments.length) {
          this._excessArguments(this.args);
        }
      }
      /**
       * Process this.args using this.registeredArguments and save as this.processedArgs!
       *
       * @private
       */
      _processArguments() {
        const myParseArg = (argument, value, previous) => {
          let parsedValue = value;
          if (value !== null && argument.parseArg) {
            const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
            parsedValue = this._callParseArg(
              argument,
              value,
              previous,
              invalidValueMessage
            );
          }
          return parsedValue;
        };
        this._checkNumberOfArguments();
        const processedArgs = [];
        this.registeredArguments.forEach((declaredArg, index) => {
          let value = declaredArg.defaultValue;
          if (declaredArg.variadic) {
            if (index < this.args.length) {
              value = this.args.slice(index);
              if (declaredArg.parseArg) {
                value = value.reduce((processed, v) => {
                  return myParseArg(declaredArg, v, processed);
                }, declaredArg.defaultValue);
              }
            } else if (value === void 0) {
              value = [];
            }
          } else if (index < this.args.length) {
            value = this.args[index];
            if (declaredArg.parseArg) {
              value = myParseArg(declaredArg, value, declaredArg.defaultValue);
            }
          }
          processedArgs[index] = value;
        });
        this.processedArgs = processedArgs;
      }
      /**
       * Once we have a promise we chain, but call synchronously until then.
       *
       * @param {(Promise|undefined)} promise
       * @param {Function} fn
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCall(promise, fn) {
        if (promise?.then && typeof promise.then === "function") {
          return promise.then(() => fn());
        }
        return fn();
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallHooks(promise, event) {
        let result = promise;
        const hooks = [];
        this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
          hookedCommand._lifeCycleHooks[event].forEach((callback) => {
            hooks.push({ hookedCommand, callback });
          });
        });
        if (event === "postAction") {
          hooks.reverse();
        }
        hooks.forEach((hookDetail) => {
          result = this._chainOrCall(result, () => {
            return hookDetail.callback(hookDetail.hookedCommand, this);
          });
        });
        return result;
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {Command} subCommand
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallSubCommandHook(promise, subCommand, event) {
        let result = promise;
        if (this._lifeCycleHooks[event] !== void 0) {
          this._lifeCycleHooks[event].forEach((hook) => {
            result = this._chainOrCall(result, () => {
              return hook(this, subCommand);
            });
          });
        }
        return result;
      }
      /**
       * Process arguments in context of this command.
       * Returns action result, in case it is a promise.
       *
       * @private
       */
      _parseCommand(operands, unknown) {
        const parsed = this.parseOptions(unknown);
        this._parseOptionsEnv();
        this._parseOptionsImplied();
        operands = operands.concat(parsed.operands);
        unknown = parsed.unknown;
        this.args = operands.concat(unknown);
        if (operands && this._findCommand(operands[0])) {
          return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
        }
        if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) {
          return this._dispatchHelpCommand(operands[1]);
        }
        if (this._defaultCommandName) {
          this._outputHelpIfRequested(unknown);
          return this._dispatchSubcommand(
            this._defaultCommandName,
            operands,
            unknown
          );
        }
        if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) {
          this.help({ error: true });
        }
        this._outputHelpIfRequested(parsed.unknown);
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        const checkForUnknownOptions = () => {
          if (parsed.unknown.length > 0) {
            this.unknownOption(parsed.unknown[0]);
          }
        };
        const commandEvent = `command:${this.name()}`;
        if (this._actionHandler) {
          checkForUnknownOptions();
          this._processArguments();
          let promiseChain;
          promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
          promiseChain = this._chainOrCall(
            promiseChain,
            () => this._actionHandler(this.processedArgs)
          );
          if (this.parent) {
            promiseChain = this._chainOrCall(promiseChain, () => {
              this.parent.emit(commandEvent, operands, unknown);
            });
          }
          promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
          return promiseChain;
        }
        if (this.parent?.listenerCount(commandEvent)) {
          checkForUnknownOptions();
          this._processArguments();
          this.parent.emit(commandEvent, operands, unknown);
        } else if (operands.length) {
          if (this._findCommand("*")) {
            return this._dispatchSubcommand("*", operands, unknown);
          }
          if (this.listenerCount("command:*")) {
            this.emit("command:*", operands, unknown);
          } else if (this.commands.length) {
            this.unknownCommand();
          } else {
            checkForUnknownOptions();
            this._processArguments();
          }
        } else if (this.commands.length) {
          checkForUnknownOptions();
          this.help({ error: true });
        } else {
          checkForUnknownOptions();
          this._processArguments();
        }
      }
      /**
       * Find matching command.
       *
       * @private
       * @return {Command | undefined}
       */
      _findCommand(name) {
        if (!name) return void 0;
        return this.commands.find(
          (cmd) => cmd._name === name || cmd._aliases.includes(name)
        );
      }
      /**
       * Return an option matching `arg` if any.
       *
       * @param {string} arg
       * @return {Option}
       * @package
       */
      _findOption(arg) {
        return this.options.find((option) => option.is(arg));
      }
      /**
       * Display an error message if a mandatory option does not have a value.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForMissingMandatoryOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd.options.forEach((anOption) => {
            if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) {
              cmd.missingMandatoryOptionValue(anOption);
            }
          });
        });
      }
      /**
       * Display an error message if conflicting options are used together in this.
       *
       * @private
       */
      _checkForConflictingLocalOptions() {
        const definedNonDefaultOptions = this.options.filter((option) => {
          const optionKey = option.attributeName();
          if (this.getOptionValue(optionKey) === void 0) {
            return false;
          }
          return this.getOptionValueSource(optionKey) !== "default";
        });
        const optionsWithConflicting = definedNonDefaultOptions.filter(
          (option) => option.conflictsWith.length > 0
        );
        optionsWithConflicting.forEach((option) => {
          const conflictingAndDefined = definedNonDefaultOptions.find(
            (defined) => option.conflictsWith.includes(defined.attributeName())
          );
          if (conflictingAndDefined) {
            this._conflictingOption(option, conflictingAndDefined);
          }
        });
      }
      /**
       * Display an error message if conflicting options are used together.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForConflictingOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd._checkForConflictingLocalOptions();
        });
      }
      /**
       * Parse options from `argv` removing known options,
       * and return argv split into operands and unknown arguments.
       *
       * Side effects: modifies command by storing options. Does not reset state if called again.
       *
       * Examples:
       *
       *     argv => operands, unknown
       *     --known kkk op => [op], []
       *     op --known kkk => [op], []
       *     sub --unknown uuu op => [sub], [--unknown uuu op]
       *     sub -- --unknown uuu op => [sub --unknown uuu op], []
       *
       * @param {string[]} args
       * @return {{operands: string[], unknown: string[]}}
       */
      parseOptions(args) {
        const operands = [];
        const unknown = [];
        let dest = operands;
        function maybeOption(arg) {
          return arg.length > 1 && arg[0] === "-";
        }
        const negativeNumberArg = (arg) => {
          if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
          return !this._getCommandAndAncestors().some(
            (cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short))
          );
        };
        let activeVariadicOption = null;
        let activeGroup = null;
        let i = 0;
        while (i < args.length || activeGroup) {
          const arg = activeGroup ?? args[i++];
          activeGroup = null;
          if (arg === "--") {
            if (dest === unknown) dest.push(arg);
            dest.push(...args.slice(i));
            break;
          }
          if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
            this.emit(`option:${activeVariadicOption.name()}`, arg);
            continue;
          }
          activeVariadicOption = null;
          if (maybeOption(arg)) {
            const option = this._findOption(arg);
            if (option) {
              if (option.required) {
                const value = args[i++];
                if (value === void 0) this.optionMissingArgument(option);
                this.emit(`option:${option.name()}`, value);
              } else if (option.optional) {
                let value = null;
                if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) {
                  value = args[i++];
                }
                this.emit(`option:${option.name()}`, value);
              } else {
                this.emit(`option:${option.name()}`);
              }
              activeVariadicOption = option.variadic ? option : null;
              continue;
            }
          }
          if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
            const option = this._findOption(`-${arg[1]}`);
            if (option) {
              if (option.required || option.optional && this._combineFlagAndOptionalValue) {
                this.emit(`option:${option.name()}`, arg.slice(2));
              } else {
                this.emit(`option:${option.name()}`);
                activeGroup = `-${arg.slice(2)}`;
              }
              continue;
            }
          }
          if (/^--[^=]+=/.test(arg)) {
            const index = arg.indexOf("=");
            const option = this._findOption(arg.slice(0, index));
            if (option && (option.required || option.optional)) {
              this.emit(`option:${option.name()}`, arg.slice(index + 1));
              continue;
            }
          }
          if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) {
            dest = unknown;
          }
          if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
            if (this._findCommand(arg)) {
              operands.push(arg);
              unknown.push(...args.slice(i));
              break;
            } else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
              operands.push(arg, ...args.slice(i));
              break;
            } else if (this._defaultCommandName) {
              unknown.push(arg, ...args.slice(i));
              break;
            }
          }
          if (this._passThroughOptions) {
            dest.push(arg, ...args.slice(i));
            break;
          }
          dest.push(arg);
        }
        return { operands, unknown };
      }
      /**
       * Return an object containing local option values as key-value pairs.
       *
       * @return {object}
       */
      opts() {
        if (this._storeOptionsAsProperties) {
          const result = {};
          const len = this.options.length;
          for (let i = 0; i < len; i++) {
            const key = this.options[i].attributeName();
            result[key] = key === this._versionOptionName ? this._version : this[key];
          }
          return result;
        }
        return this._optionValues;
      }
      /**
       * Return an object containing merged local and global option values as key-value pairs.
       *
       * @return {object}
       */
      optsWithGlobals() {
        return this._getCommandAndAncestors().reduce(
          (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
          {}
        );
      }
      /**
       * Display error message and exit (or call exitOverride).
       *
       * @param {string} message
       * @param {object} [errorOptions]
       * @param {string} [errorOptions.code] - an id string representing the error
       * @param {number} [errorOptions.exitCode] - used with process.exit
       */
      error(message2, errorOptions) {
        this._outputConfiguration.outputError(
          `${message2}
`,
          this._outputConfiguration.writeErr
        );
        if (typeof this._showHelpAfterError === "string") {
          this._outputConfiguration.writeErr(`${this._showHelpAfterError}
`);
        } else if (this._showHelpAfterError) {
          this._outputConfiguration.writeErr("\n");
          this.outputHelp({ error: true });
        }
        const config = errorOptions || {};
        const exitCode = config.exitCode || 1;
        const code = config.code || "commander.error";
        this._exit(exitCode, code, message2);
      }
      /**
       * Apply any option related environment variables, if option does
       * not have a value from cli or client code.
       *
       * @private
       */
      _parseOptionsEnv() {
        this.options.forEach((option) => {
          if (option.envVar && option.envVar in process2.env) {
            const optionKey = option.attributeName();
            if (this.getOptionValue(optionKey) === void 0 || ["default", "config", "env"].includes(
              this.getOptionValueSource(optionKey)
            )) {
              if (option.required || option.optional) {
                this.emit(`optionEnv:${option.name()}`, process2.env[option.envVar]);
              } else {
                this.emit(`optionEnv:${option.name()}`);
              }
            }
          }
        });
      }
      /**
       * Apply any implied option values, if option is undefined or default value.
       *
       * @private
       */
      _parseOptionsImplied() {
        const dualHelper = new DualOptions(this.options);
        const hasCustomOptionValue = (optionKey) => {
          return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
        };
        this.options.filter(
          (option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(
            this.getOptionValue(option.attributeName()),
            option
          )
        ).forEach((option) => {
          Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option.implied[impliedKey],
              "implied"
            );
          });
        });
      }
      /**
       * Argument `name` is missing.
       *
       * @param {string} name
       * @private
       */
      missingArgument(name) {
        const message2 = `error: missing required argument '${name}'`;
        this.error(message2, { code: "commander.missingArgument" });
      }
      /**
       * `Option` is missing an argument.
       *
       * @param {Option} option
       * @private
       */
      optionMissingArgument(option) {
        const message2 = `error: option '${option.flags}' argument missing`;
        this.error(message2, { code: "commander.optionMissingArgument" });
      }
      /**
       * `Option` does not have a value, and is a mandatory option.
       *
       * @param {Option} option
       * @private
       */
      missingMandatoryOptionValue(option) {
        const message2 = `error: required option '${option.flags}' not specified`;
        this.error(message2, { code: "commander.missingMandatoryOptionValue" });
      }
      /**
       * `Option` conflicts with another option.
       *
       * @param {Option} option
       * @param {Option} conflictingOption
       * @private
       */
      _conflictingOption(option, conflictingOption) {
        const findBestOptionFromValue = (option2) => {
          const optionKey = option2.attributeName();
          const optionValue = this.getOptionValue(optionKey);
          const negativeOption = this.options.find(
            (target) => target.negate && optionKey === target.attributeName()
          );
          const positiveOption = this.options.find(
            (target) => !target.negate && optionKey === target.attributeName()
          );
          if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) {
            return negativeOption;
          }
          return positiveOption || option2;
        };
        const getErrorMessage = (option2) => {
          const bestOption = findBestOptionFromValue(option2);
          const optionKey = bestOption.attributeName();
          const source = this.getOptionValueSource(optionKey);
          if (source === "env") {
            return `environment variable '${bestOption.envVar}'`;
          }
          return `option '${bestOption.flags}'`;
        };
        const message2 = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
        this.error(message2, { code: "commander.conflictingOption" });
      }
      /**
       * Unknown option `flag`.
       *
       * @param {string} flag
       * @private
       */
      unknownOption(flag) {
        if (this._allowUnknownOption) return;
        let suggestion = "";
        if (flag.startsWith("--") && this._showSuggestionAfterError) {
          let candidateFlags = [];
          let command = this;
          do {
            const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
            candidateFlags = candidateFlags.concat(moreFlags);
            command = command.parent;
          } while (command && !command._enablePositionalOptions);
          suggestion = suggestSimilar(flag, candidateFlags);
        }
        const message2 = `error: unknown option '${flag}'${suggestion}`;
        this.error(message2, { code: "commander.unknownOption" });
      }
      /**
       * Excess arguments, more than expected.
       *
       * @param {string[]} receivedArgs
       * @private
       */
      _excessArguments(receivedArgs) {
        if (this._allowExcessArguments) return;
        const expected = this.registeredArguments.length;
        const s = expected === 1 ? "" : "s";
        const forSubcommand = this.parent ? ` for '${this.name()}'` : "";
        const message2 = `error: too many arguments${forSubcommand}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
        this.error(message2, { code: "commander.excessArguments" });
      }
      /**
       * Unknown command.
       *
       * @private
       */
      unknownCommand() {
        const unknownName = this.args[0];
        let suggestion = "";
        if (this._showSuggestionAfterError) {
          const candidateNames = [];
          this.createHelp().visibleCommands(this).forEach((command) => {
            candidateNames.push(command.name());
            if (command.alias()) candidateNames.push(command.alias());
          });
          suggestion = suggestSimilar(unknownName, candidateNames);
        }
        const message2 = `error: unknown command '${unknownName}'${suggestion}`;
        this.error(message2, { code: "commander.unknownCommand" });
      }
      /**
       * Get or set the program version.
       *
       * This method auto-registers the "-V, --version" option which will print the version number.
       *
       * You can optionally supply the flags and description to override the defaults.
       *
       * @param {string} [str]
       * @param {string} [flags]
       * @param {string} [description]
       * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
       */
      version(str, flags, description) {
        if (str === void 0) return this._version;
        this._version = str;
        flags = flags || "-V, --version";
        description = description || "output the version number";
        const versionOption = this.createOption(flags, description);
        this._versionOptionName = versionOption.attributeName();
        this._registerOption(versionOption);
        this.on("option:" + versionOption.name(), () => {
          this._outputConfiguration.writeOut(`${str}
`);
          this._exit(0, "commander.version", str);
        });
        return this;
      }
      /**
       * Set the description.
       *
       * @param {string} [str]
       * @param {object} [argsDescription]
       * @return {(string|Command)}
       */
      description(str, argsDescription) {
        if (str === void 0 && argsDescription === void 0)
          return this._description;
        this._description = str;
        if (argsDescription) {
          this._argsDescription = argsDescription;
        }
        return this;
      }
      /**
       * Set the summary. Used when listed as subcommand of parent.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      summary(str) {
        if (str === void 0) return this._summary;
        this._summary = str;
        return this;
      }
      /**
       * Set an alias for the command.
       *
       * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
       *
       * @param {string} [alias]
       * @return {(string|Command)}
       */
      alias(alias) {
        if (alias === void 0) return this._aliases[0];
        let command = this;
        if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) {
          command = this.commands[this.commands.length - 1];
        }
        if (alias === command._name)
          throw new Error("Command alias can't be the same as its name");
        const matchingCommand = this.parent?._findCommand(alias);
        if (matchingCommand) {
          const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
          throw new Error(
            `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`
          );
        }
        command._aliases.push(alias);
        return this;
      }
      /**
       * Set aliases for the command.
       *
       * Only the first alias is shown in the auto-generated help.
       *
       * @param {string[]} [aliases]
       * @return {(string[]|Command)}
       */
      aliases(aliases) {
        if (aliases === void 0) return this._aliases;
        aliases.forEach((alias) => this.alias(alias));
        return this;
      }
      /**
       * Set / get the command usage `str`.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      usage(str) {
        if (str === void 0) {
          if (this._usage) return this._usage;
          const args = this.registeredArguments.map((arg) => {
            return humanReadableArgName(arg);
          });
          return [].concat(
            this.options.length || this._helpOption !== null ? "[options]" : [],
            this.commands.length ? "[command]" : [],
            this.registeredArguments.length ? args : []
          ).join(" ");
        }
        this._usage = str;
        return this;
      }
      /**
       * Get or set the name of the command.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      name(str) {
        if (str === void 0) return this._name;
        this._name = str;
        return this;
      }
      /**
       * Set/get the help group heading for this subcommand in parent command's help.
       *
       * @param {string} [heading]
       * @return {Command | string}
       */
      helpGroup(heading) {
        if (heading === void 0) return this._helpGroupHeading ?? "";
        this._helpGroupHeading = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for subcommands added to this command.
       * (This does not override a group set directly on the subcommand using .helpGroup().)
       *
       * @example
       * program.commandsGroup('Development Commands:);
       * program.command('watch')...
       * program.command('lint')...
       * ...
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      commandsGroup(heading) {
        if (heading === void 0) return this._defaultCommandGroup ?? "";
        this._defaultCommandGroup = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for options added to this command.
       * (This does not override a group set directly on the option using .helpGroup().)
       *
       * @example
       * program
       *   .optionsGroup('Development Options:')
       *   .option('-d, --debug', 'output extra debugging')
       *   .option('-p, --profile', 'output profiling information')
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      optionsGroup(heading) {
        if (heading === void 0) return this._defaultOptionGroup ?? "";
        this._defaultOptionGroup = heading;
        return this;
      }
      /**
       * @param {Option} option
       * @private
       */
      _initOptionGroup(option) {
        if (this._defaultOptionGroup && !option.helpGroupHeading)
          option.helpGroup(this._defaultOptionGroup);
      }
      /**
       * @param {Command} cmd
       * @private
       */
      _initCommandGroup(cmd) {
        if (this._defaultCommandGroup && !cmd.helpGroup())
          cmd.helpGroup(this._defaultCommandGroup);
      }
      /**
       * Set the name of the command from script filename, such as process.argv[1],
       * or require.main.filename, or __filename.
       *
       * (Used internally and public although not documented in README.)
       *
       * @example
       * program.nameFromFilename(require.main.filename);
       *
       * @param {string} filename
       * @return {Command}
       */
      nameFromFilename(filename) {
        this._name = path.basename(filename, path.extname(filename));
        return this;
      }
      /**
       * Get or set the directory for searching for executable subcommands of this command.
       *
       * @example
       * program.executableDir(__dirname);
       * // or
       * program.executableDir('subcommands');
       *
       * @param {string} [path]
       * @return {(string|null|Command)}
       */
      executableDir(path2) {
        if (path2 === void 0) return this._executableDir;
        this._executableDir = path2;
        return this;
      }
      /**
       * Return program help documentation.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
       * @return {string}
       */
      helpInformation(contextOptions) {
        const helper = this.createHelp();
        const context = this._getOutputContext(contextOptions);
        helper.prepareContext({
          error: context.error,
          helpWidth: context.helpWidth,
          outputHasColors: context.hasColors
        });
        const text = helper.formatHelp(this, helper);
        if (context.hasColors) return text;
        return this._outputConfiguration.stripColor(text);
      }
      /**
       * @typedef HelpContext
       * @type {object}
       * @property {boolean} error
       * @property {number} helpWidth
       * @property {boolean} hasColors
       * @property {function} write - includes stripColor if needed
       *
       * @returns {HelpContext}
       * @private
       */
      _getOutputContext(contextOptions) {
        contextOptions = contextOptions || {};
        const error = !!contextOptions.error;
        let baseWrite;
        let hasColors;
        let helpWidth;
        if (error) {
          baseWrite = (str) => this._outputConfiguration.writeErr(str);
          hasColors = this._outputConfiguration.getErrHasColors();
          helpWidth = this._outputConfiguration.getErrHelpWidth();
        } else {
          baseWrite = (str) => this._outputConfiguration.writeOut(str);
          hasColors = this._outputConfiguration.getOutHasColors();
          helpWidth = this._outputConfiguration.getOutHelpWidth();
        }
        const write = (str) => {
          if (!hasColors) str = this._outputConfiguration.stripColor(str);
          return baseWrite(str);
        };
        return { error, write, hasColors, helpWidth };
      }
      /**
       * Output help information for this command.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      outputHelp(contextOptions) {
        let deprecatedCallback;
        if (typeof contextOptions === "function") {
          deprecatedCallback = contextOptions;
          contextOptions = void 0;
        }
        const outputContext = this._getOutputContext(contextOptions);
        const eventContext = {
          error: outputContext.error,
          write: outputContext.write,
          command: this
        };
        this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
        this.emit("beforeHelp", eventContext);
        let helpInformation = this.helpInformation({ error: outputContext.error });
        if (deprecatedCallback) {
          helpInformation = deprecatedCallback(helpInformation);
          if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) {
            throw new Error("outputHelp callback must return a string or a Buffer");
          }
        }
        outputContext.write(helpInformation);
        if (this._getHelpOption()?.long) {
          this.emit(this._getHelpOption().long);
        }
        this.emit("afterHelp", eventContext);
        this._getCommandAndAncestors().forEach(
          (command) => command.emit("afterAllHelp", eventContext)
        );
      }
      /**
       * You can pass in flags and a description to customise the built-in help option.
       * Pass in false to disable the built-in help option.
       *
       * @example
       * program.helpOption('-?, --help' 'show help'); // customise
       * program.helpOption(false); // disable
       *
       * @param {(string | boolean)} flags
       * @param {string} [description]
       * @return {Command} `this` command for chaining
       */
      helpOption(flags, description) {
        if (typeof flags === "boolean") {
          if (flags) {
            if (this._helpOption === null) this._helpOption = void 0;
            if (this._defaultOptionGroup) {
              this._initOptionGroup(this._getHelpOption());
            }
          } else {
            this._helpOption = null;
          }
          return this;
        }
        this._helpOption = this.createOption(
          flags ?? "-h, --help",
          description ?? "display help for command"
        );
        if (flags || description) this._initOptionGroup(this._helpOption);
        return this;
      }
      /**
       * Lazy create help option.
       * Returns null if has been disabled with .helpOption(false).
       *
       * @returns {(Option | null)} the help option
       * @package
       */
      _getHelpOption() {
        if (this._helpOption === void 0) {
          this.helpOption(void 0, void 0);
        }
        return this._helpOption;
      }
      /**
       * Supply your own option to use for the built-in help option.
       * This is an alternative to using helpOption() to customise the flags and description etc.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addHelpOption(option) {
        this._helpOption = option;
        this._initOptionGroup(option);
        return this;
      }
      /**
       * Output help information and exit.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      help(contextOptions) {
        this.outputHelp(contextOptions);
        let exitCode = Number(process2.exitCode ?? 0);
        if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) {
          exitCode = 1;
        }
        this._exit(exitCode, "commander.help", "(outputHelp)");
      }
      /**
       * // Do a little typing to coordinate emit and listener for the help text events.
       * @typedef HelpTextEventContext
       * @type {object}
       * @property {boolean} error
       * @property {Command} command
       * @property {function} write
       */
      /**
       * Add additional text to be displayed with the built-in help.
       *
       * Position is 'before' or 'after' to affect just this command,
       * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
       *
       * @param {string} position - before or after built-in help
       * @param {(string | Function)} text - string to add, or a function returning a string
       * @return {Command} `this` command for chaining
       */
      addHelpText(position, text) {
        const allowedValues = ["beforeAll", "before", "after", "afterAll"];
        if (!allowedValues.includes(position)) {
          throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        const helpEvent = `${position}Help`;
        this.on(helpEvent, (context) => {
          let helpStr;
          if (typeof text === "function") {
            helpStr = text({ error: context.error, command: context.command });
          } else {
            helpStr = text;
          }
          if (helpStr) {
            context.write(`${helpStr}
`);
          }
        });
        return this;
      }
      /**
       * Output help information if help flags specified
       *
       * @param {Array} args - array of options to search for help flags
       * @private
       */
      _outputHelpIfRequested(args) {
        const helpOption = this._getHelpOption();
        const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
        if (helpRequested) {
          this.outputHelp();
          this._exit(0, "commander.helpDisplayed", "(outputHelp)");
        }
      }
    };
    function incrementNodeInspectorPort(args) {
      return args.map((arg) => {
        if (!arg.startsWith("--inspect")) {
          return arg;
        }
        let debugOption;
        let debugHost = "127.0.0.1";
        let debugPort = "9229";
        let match;
        if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
          debugOption = match[1];
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
          debugOption = match[1];
          if (/^\d+$/.test(match[3])) {
            debugPort = match[3];
          } else {
            debugHost = match[3];
          }
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
          debugOption = match[1];
          debugHost = match[3];
          debugPort = match[4];
        }
        if (debugOption && debugPort !== "0") {
          return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
        }
        return arg;
      });
    }
    function useColor() {
      if (process2.env.NO_COLOR || process2.env.FORCE_COLOR === "0" || process2.env.FORCE_COLOR === "false")
        return false;
      if (process2.env.FORCE_COLOR || process2.env.CLICOLOR_FORCE !== void 0)
        return true;
      return void 0;
    }
    exports.Command = Command2;
    exports.useColor = useColor;
  }
});

// node_modules/commander/index.js
var require_commander = __commonJS({
  "node_modules/commander/index.js"(exports) {
    var { Argument: Argument2 } = require_argument();
    var { Command: Command2 } = require_command();
    var { CommanderError: CommanderError2, InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var { Help: Help2 } = require_help();
    var { Option: Option2 } = require_option();
    exports.program = new Command2();
    exports.createCommand = (name) => new Command2(name);
    exports.createOption = (flags, description) => new Option2(flags, description);
    exports.createArgument = (name, description) => new Argument2(name, description);
    exports.Command = Command2;
    exports.Option = Option2;
    exports.Argument = Argument2;
    exports.Help = Help2;
    exports.CommanderError = CommanderError2;
    exports.InvalidArgumentError = InvalidArgumentError2;
    exports.InvalidOptionArgumentError = InvalidArgumentError2;
  }
});

// node_modules/benchmark/benchmark.js
var require_benchmark = __commonJS({
  "node_modules/benchmark/benchmark.js"(exports, module) {
    (function() {
      "use strict";
      var undefined2;
      var objectTypes = {
        "function": true,
        "object": true
      };
      var root = objectTypes[typeof window] && window || this;
      var freeDefine = typeof define == "function" && typeof define.amd == "object" && define.amd && define;
      var freeExports = objectTypes[typeof exports] && exports && !exports.nodeType && exports;
      var freeModule = objectTypes[typeof module] && module && !module.nodeType && module;
      var freeGlobal = freeExports && freeModule && typeof global == "object" && global;
      if (freeGlobal && (freeGlobal.global === freeGlobal || freeGlobal.window === freeGlobal || freeGlobal.self === freeGlobal)) {
        root = freeGlobal;
      }
      var freeRequire = typeof __require == "function" && __require;
      var counter = 0;
      var moduleExports = freeModule && freeModule.exports === freeExports && freeExports;
      var rePrimitive = /^(?:boolean|number|string|undefined)$/;
      var uidCounter = 0;
      var contextProps = [
        "Array",
        "Date",
        "Function",
        "Math",
        "Object",
        "RegExp",
        "String",
        "_",
        "clearTimeout",
        "chrome",
        "chromium",
        "document",
        "navigator",
        "phantom",
        "platform",
        "process",
        "runtime",
        "setTimeout"
      ];
      var divisors = {
        "1": 4096,
        "2": 512,
        "3": 64,
        "4": 8,
        "5": 0
      };
      var tTable = {
        "1": 12.706,
        "2": 4.303,
        "3": 3.182,
        "4": 2.776,
        "5": 2.571,
        "6": 2.447,
        "7": 2.365,
        "8": 2.306,
        "9": 2.262,
        "10": 2.228,
        "11": 2.201,
        "12": 2.179,
        "13": 2.16,
        "14": 2.145,
        "15": 2.131,
        "16": 2.12,
        "17": 2.11,
        "18": 2.101,
        "19": 2.093,
        "20": 2.086,
        "21": 2.08,
        "22": 2.074,
        "23": 2.069,
        "24": 2.064,
        "25": 2.06,
        "26": 2.056,
        "27": 2.052,
        "28": 2.048,
        "29": 2.045,
        "30": 2.042,
        "infinity": 1.96
      };
      var uTable = {
        "5": [0, 1, 2],
        "6": [1, 2, 3, 5],
        "7": [1, 3, 5, 6, 8],
        "8": [2, 4, 6, 8, 10, 13],
        "9": [2, 4, 7, 10, 12, 15, 17],
        "10": [3, 5, 8, 11, 14, 17, 20, 23],
        "11": [3, 6, 9, 13, 16, 19, 23, 26, 30],
        "12": [4, 7, 11, 14, 18, 22, 26, 29, 33, 37],
        "13": [4, 8, 12, 16, 20, 24, 28, 33, 37, 41, 45],
        "14": [5, 9, 13, 17, 22, 26, 31, 36, 40, 45, 50, 55],
        "15": [5, 10, 14, 19, 24, 29, 34, 39, 44, 49, 54, 59, 64],
        "16": [6, 11, 15, 21, 26, 31, 37, 42, 47, 53, 59, 64, 70, 75],
        "17": [6, 11, 17, 22, 28, 34, 39, 45, 51, 57, 63, 67, 75, 81, 87],
        "18": [7, 12, 18, 24, 30, 36, 42, 48, 55, 61, 67, 74, 80, 86, 93, 99],
        "19": [7, 13, 19, 25, 32, 38, 45, 52, 58, 65, 72, 78, 85, 92, 99, 106, 113],
        "20": [8, 14, 20, 27, 34, 41, 48, 55, 62, 69, 76, 83, 90, 98, 105, 112, 119, 127],
        "21": [8, 15, 22, 29, 36, 43, 50, 58, 65, 73, 80, 88, 96, 103, 111, 119, 126, 134, 142],
        "22": [9, 16, 23, 30, 38, 45, 53, 61, 69, 77, 85, 93, 101, 109, 117, 125, 133, 141, 150, 158],
        "23": [9, 17, 24, 32, 40, 48, 56, 64, 73, 81, 89, 98, 106, 115, 123, 132, 140, 149, 157, 166, 175],
        "24": [10, 17, 25, 33, 42, 50, 59, 67, 76, 85, 94, 102, 111, 120, 129, 138, 147, 156, 165, 174, 183, 192],
        "25": [10, 18, 27, 35, 44, 53, 62, 71, 80, 89, 98, 107, 117, 126, 135, 145, 154, 163, 173, 182, 192, 201, 211],
        "26": [11, 19, 28, 37, 46, 55, 64, 74, 83, 93, 102, 112, 122, 132, 141, 151, 161, 171, 181, 191, 200, 210, 220, 230],
        "27": [11, 20, 29, 38, 48, 57, 67, 77, 87, 97, 107, 118, 125, 138, 147, 158, 168, 178, 188, 199, 209, 219, 230, 240, 250],
        "28": [12, 21, 30, 40, 50, 60, 70, 80, 90, 101, 111, 122, 132, 143, 154, 164, 175, 186, 196, 207, 218, 228, 239, 250, 261, 272],
        "29": [13, 22, 32, 42, 52, 62, 73, 83, 94, 105, 116, 127, 138, 149, 160, 171, 182, 193, 204, 215, 226, 238, 249, 260, 271, 282, 294],
        "30": [13, 23, 33, 43, 54, 65, 76, 87, 98, 109, 120, 131, 143, 154, 166, 177, 189, 200, 212, 223, 235, 247, 258, 270, 282, 293, 305, 317]
      };
      function runInContext(context) {
        var _ = context && context._ || require2("lodash") || root._;
        if (!_) {
          Benchmark3.runInContext = runInContext;
          return Benchmark3;
        }
        context = context ? _.defaults(root.Object(), context, _.pick(root, contextProps)) : root;
        var Array2 = context.Array, Date2 = context.Date, Function2 = context.Function, Math2 = context.Math, Object2 = context.Object, RegExp2 = context.RegExp, String2 = context.String;
        var arrayRef = [], objectProto = Object2.prototype;
        var abs = Math2.abs, clearTimeout2 = context.clearTimeout, floor = Math2.floor, log = Math2.log, max = Math2.max, min = Math2.min, pow = Math2.pow, push = arrayRef.push, setTimeout2 = context.setTimeout, shift = arrayRef.shift, slice = arrayRef.slice, sqrt = Math2.sqrt, toString = objectProto.toString, unshift = arrayRef.unshift;
        var req = require2;
        var doc = isHostType(context, "document") && context.document;
        var microtimeObject = req("microtime");
        var processObject = isHostType(context, "process") && context.process;
        var trash = doc && doc.createElement("div");
        var uid = "uid" + _.now();
        var calledBy = {};
        var support = {};
        (function() {
          support.browser = doc && isHostType(context, "navigator") && !isHostType(context, "phantom");
          support.timeout = isHostType(context, "setTimeout") && isHostType(context, "clearTimeout");
          try {
            support.decompilation = Function2(
              ("return (" + (function(x2) {
                return { "x": "" + (1 + x2), "y": 0 };
              }) + ")").replace(/__cov__[^;]+;/g, "")
            )()(0).x === "1";
          } catch (e) {
            support.decompilation = false;
          }
        })();
        var timer = {
          /**
           * The timer namespace object or constructor.
           *
           * @private
           * @memberOf timer
           * @type {Function|Object}
           */
          "ns": Date2,
          /**
           * Starts the deferred timer.
           *
           * @private
           * @memberOf timer
           * @param {Object} deferred The deferred instance.
           */
          "start": null,
          // Lazy defined in `clock()`.
          /**
           * Stops the deferred timer.
           *
           * @private
           * @memberOf timer
           * @param {Object} deferred The deferred instance.
           */
          "stop": null
          // Lazy defined in `clock()`.
        };
        function Benchmark3(name, fn, options) {
          var bench2 = this;
          if (!(bench2 instanceof Benchmark3)) {
            return new Benchmark3(name, fn, options);
          }
          if (_.isPlainObject(name)) {
            options = name;
          } else if (_.isFunction(name)) {
            options = fn;
            fn = name;
          } else if (_.isPlainObject(fn)) {
            options = fn;
            fn = null;
            bench2.name = name;
          } else {
            bench2.name = name;
          }
          setOptions(bench2, options);
          bench2.id || (bench2.id = ++counter);
          bench2.fn == null && (bench2.fn = fn);
          bench2.stats = cloneDeep(bench2.stats);
          bench2.times = cloneDeep(bench2.times);
        }
        function Deferred(clone2) {
          var deferred = this;
          if (!(deferred instanceof Deferred)) {
            return new Deferred(clone2);
          }
          deferred.benchmark = clone2;
          clock(deferred);
        }
        function Event(type) {
          var event = this;
          if (type instanceof Event) {
            return type;
          }
          return event instanceof Event ? _.assign(event, { "timeStamp": _.now() }, typeof type == "string" ? { "type": type } : type) : new Event(type);
        }
        function Suite(name, options) {
          var suite = this;
          if (!(suite instanceof Suite)) {
            return new Suite(name, options);
          }
          if (_.isPlainObject(name)) {
            options = name;
          } else {
            suite.name = name;
          }
          setOptions(suite, options);
        }
        var cloneDeep = _.partial(_.cloneDeepWith, _, function(value) {
          if (!_.isArray(value) && !_.isPlainObject(value)) {
            return value;
          }
        });
        function createFunction() {
          createFunction = function(args, body) {
            var result, anchor = freeDefine ? freeDefine.amd : Benchmark3, prop = uid + "createFunction";
            runScript((freeDefine ? "define.amd." : "Benchmark.") + prop + "=function(" + args + "){" + body + "}");
            result = anchor[prop];
            delete anchor[prop];
            return result;
          };
          createFunction = support.browser && (createFunction("", 'return"' + uid + '"') || _.noop)() == uid ? createFunction : Function2;
          return createFunction.apply(null, arguments);
        }
        function delay(bench2, fn) {
          bench2._timerId = _.delay(fn, bench2.delay * 1e3);
        }
        function destroyElement(element) {
          trash.appendChild(element);
          trash.innerHTML = "";
        }
        function getFirstArgument(fn) {
          return !_.has(fn, "toString") && (/^[\s(]*function[^(]*\(([^\s,)]+)/.exec(fn) || 0)[1] || "";
        }
        function getMean(sample) {
          return _.reduce(sample, function(sum, x2) {
            return sum + x2;
          }) / sample.length || 0;
        }
        function getSource(fn) {
          var result = "";
          if (isStringable(fn)) {
            result = String2(fn);
          } else if (support.decompilation) {
            result = _.result(/^[^{]+\{([\s\S]*)\}\s*$/.exec(fn), 1);
          }
          result = (result || "").replace(/^\s+|\s+$/g, "");
          return /^(?:\/\*+[\w\W]*?\*\/|\/\/.*?[\n\r\u2028\u2029]|\s)*(["'])use strict\1;?$/.test(result) ? "" : result;
        }
        function isClassOf(value, name) {
          return value != null && toString.call(value) == "[object " + name + "]";
        }
        function isHostType(object, property) {
          if (object == null) {
            return false;
          }
          var type = typeof object[property];
          return !rePrimitive.test(type) && (type != "object" || !!object[property]);
        }
        function isStringable(value) {
          return _.isString(value) || _.has(value, "toString") && _.isFunction(value.toString);
        }
        function require2(id) {
          try {
            var result = freeExports && freeRequire(id);
          } catch (e) {
          }
          return result || null;
        }
        function runScript(code) {
          var anchor = freeDefine ? define.amd : Benchmark3, script = doc.createElement("script"), sibling = doc.getElementsByTagName("script")[0], parent = sibling.parentNode, prop = uid + "runScript", prefix = "(" + (freeDefine ? "define.amd." : "Benchmark.") + prop + "||function(){})();";
          try {
            script.appendChild(doc.createTextNode(prefix + code));
            anchor[prop] = function() {
              destroyElement(script);
            };
          } catch (e) {
            parent = parent.cloneNode(false);
            sibling = null;
            script.text = code;
          }
          parent.insertBefore(script, sibling);
          delete anchor[prop];
        }
        function setOptions(object, options) {
          options = object.options = _.assign({}, cloneDeep(object.constructor.options), cloneDeep(options));
          _.forOwn(options, function(value, key) {
            if (value != null) {
              if (/^on[A-Z]/.test(key)) {
                _.each(key.split(" "), function(key2) {
                  object.on(key2.slice(2).toLowerCase(), value);
                });
              } else if (!_.has(object, key)) {
                object[key] = cloneDeep(value);
              }
            }
          });
        }
        function resolve2() {
          var deferred = this, clone2 = deferred.benchmark, bench2 = clone2._original;
          if (bench2.aborted) {
            deferred.teardown();
            clone2.running = false;
            cycle(deferred);
          } else if (++deferred.cycles < clone2.count) {
            clone2.compiled.call(deferred, context, timer);
          } else {
            timer.stop(deferred);
            deferred.teardown();
            delay(clone2, function() {
              cycle(deferred);
            });
          }
        }
        function filter(array, callback) {
          if (callback === "successful") {
            callback = function(bench2) {
              return bench2.cycles && _.isFinite(bench2.hz) && !bench2.error;
            };
          } else if (callback === "fastest" || callback === "slowest") {
            var result = filter(array, "successful").sort(function(a, b) {
              a = a.stats;
              b = b.stats;
              return (a.mean + a.moe > b.mean + b.moe ? 1 : -1) * (callback === "fastest" ? 1 : -1);
            });
            return _.filter(result, function(bench2) {
              return result[0].compare(bench2) == 0;
            });
          }
          return _.filter(array, callback);
        }
        function formatNumber(number) {
          number = String2(number).split(".");
          return number[0].replace(/(?=(?:\d{3})+$)(?!\b)/g, ",") + (number[1] ? "." + number[1] : "");
        }
        function invoke(benches, name) {
          var args, bench2, queued, index = -1, eventProps = { "currentTarget": benches }, options = { "onStart": _.noop, "onCycle": _.noop, "onComplete": _.noop }, result = _.toArray(benches);
          function execute() {
            var listeners2, async = isAsync(bench2);
            if (async) {
              bench2.on("complete", getNext);
              listeners2 = bench2.events.complete;
              listeners2.splice(0, 0, listeners2.pop());
            }
            result[index] = _.isFunction(bench2 && bench2[name]) ? bench2[name].apply(bench2, args) : undefined2;
            return !async && getNext();
          }
          function getNext(event) {
            var cycleEvent, last = bench2, async = isAsync(last);
            if (async) {
              last.off("complete", getNext);
              last.emit("complete");
            }
            eventProps.type = "cycle";
            eventProps.target = last;
            cycleEvent = Event(eventProps);
            options.onCycle.call(benches, cycleEvent);
            if (!cycleEvent.aborted && raiseIndex() !== false) {
              bench2 = queued ? benches[0] : result[index];
              if (isAsync(bench2)) {
                delay(bench2, execute);
              } else if (async) {
                while (execute()) {
                }
              } else {
                return true;
              }
            } else {
              eventProps.type = "complete";
              options.onComplete.call(benches, Event(eventProps));
            }
            if (event) {
              event.aborted = true;
            } else {
              return false;
            }
          }
          function isAsync(object) {
            var async = args[0] && args[0].async;
            return name == "run" && object instanceof Benchmark3 && ((async == null ? object.options.async : async) && support.timeout || object.defer);
          }
          function raiseIndex() {
            index++;
            if (queued && index > 0) {
              shift.call(benches);
            }
            return (queued ? benches.length : index < result.length) ? index : index = false;
          }
          if (_.isString(name)) {
            args = slice.call(arguments, 2);
          } else {
            options = _.assign(options, name);
            name = options.name;
            args = _.isArray(args = "args" in options ? options.args : []) ? args : [args];
            queued = options.queued;
          }
          if (raiseIndex() !== false) {
            bench2 = result[index];
            eventProps.type = "start";
            eventProps.target = bench2;
            options.onStart.call(benches, Event(eventProps));
            if (name == "run" && benches instanceof Suite && benches.aborted) {
              eventProps.type = "cycle";
              options.onCycle.call(benches, Event(eventProps));
              eventProps.type = "complete";
              options.onComplete.call(benches, Event(eventProps));
            } else {
              if (isAsync(bench2)) {
                delay(bench2, execute);
              } else {
                while (execute()) {
                }
              }
            }
          }
          return result;
        }
        function join6(object, separator1, separator2) {
          var result = [], length = (object = Object2(object)).length, arrayLike = length === length >>> 0;
          separator2 || (separator2 = ": ");
          _.each(object, function(value, key) {
            result.push(arrayLike ? value : key + separator2 + value);
          });
          return result.join(separator1 || ",");
        }
        function abortSuite() {
          var event, suite = this, resetting = calledBy.resetSuite;
          if (suite.running) {
            event = Event("abort");
            suite.emit(event);
            if (!event.cancelled || resetting) {
              calledBy.abortSuite = true;
              suite.reset();
              delete calledBy.abortSuite;
              if (!resetting) {
                suite.aborted = true;
                invoke(suite, "abort");
              }
            }
          }
          return suite;
        }
        function add(name, fn, options) {
          var suite = this, bench2 = new Benchmark3(name, fn, options), event = Event({ "type": "add", "target": bench2 });
          if (suite.emit(event), !event.cancelled) {
            suite.push(bench2);
          }
          return suite;
        }
        function cloneSuite(options) {
          var suite = this, result = new suite.constructor(_.assign({}, suite.options, options));
          _.forOwn(suite, function(value, key) {
            if (!_.has(result, key)) {
              result[key] = _.isFunction(_.get(value, "clone")) ? value.clone() : cloneDeep(value);
            }
          });
          return result;
        }
        function filterSuite(callback) {
          var suite = this, result = new suite.constructor(suite.options);
          result.push.apply(result, filter(suite, callback));
          return result;
        }
        function resetSuite() {
          var event, suite = this, aborting = calledBy.abortSuite;
          if (suite.running && !aborting) {
            calledBy.resetSuite = true;
            suite.abort();
            delete calledBy.resetSuite;
          } else if ((suite.aborted || suite.running) && (suite.emit(event = Event("reset")), !event.cancelled)) {
            suite.aborted = suite.running = false;
            if (!aborting) {
              invoke(suite, "reset");
            }
          }
          return suite;
        }
        function runSuite(options) {
          var suite = this;
          suite.reset();
          suite.running = true;
          options || (options = {});
          invoke(suite, {
            "name": "run",
            "args": options,
            "queued": options.queued,
            "onStart": function(event) {
              suite.emit(event);
            },
            "onCycle": function(event) {
              var bench2 = event.target;
              if (bench2.error) {
                suite.emit({ "type": "error", "target": bench2 });
              }
              suite.emit(event);
              event.aborted = suite.aborted;
            },
            "onComplete": function(event) {
              suite.running = false;
              suite.emit(event);
            }
          });
          return suite;
        }
        function emit(type) {
          var listeners2, object = this, event = Event(type), events = object.events, args = (arguments[0] = event, arguments);
          event.currentTarget || (event.currentTarget = object);
          event.target || (event.target = object);
          delete event.result;
          if (events && (listeners2 = _.has(events, event.type) && events[event.type])) {
            _.each(listeners2.slice(), function(listener) {
              if ((event.result = listener.apply(object, args)) === false) {
                event.cancelled = true;
              }
              return !event.aborted;
            });
          }
          return event.result;
        }
        function listeners(type) {
          var object = this, events = object.events || (object.events = {});
          return _.has(events, type) ? events[type] : events[type] = [];
        }
        function off(type, listener) {
          var object = this, events = object.events;
          if (!events) {
            return object;
          }
          _.each(type ? type.split(" ") : events, function(listeners2, type2) {
            var index;
            if (typeof listeners2 == "string") {
              type2 = listeners2;
              listeners2 = _.has(events, type2) && events[type2];
            }
            if (listeners2) {
              if (listener) {
                index = _.indexOf(listeners2, listener);
                if (index > -1) {
                  listeners2.splice(index, 1);
                }
              } else {
                listeners2.length = 0;
              }
            }
          });
          return object;
        }
        function on(type, listener) {
          var object = this, events = object.events || (object.events = {});
          _.each(type.split(" "), function(type2) {
            (_.has(events, type2) ? events[type2] : events[type2] = []).push(listener);
          });
          return object;
        }
        function abort() {
          var event, bench2 = this, resetting = calledBy.reset;
          if (bench2.running) {
            event = Event("abort");
            bench2.emit(event);
            if (!event.cancelled || resetting) {
              calledBy.abort = true;
              bench2.reset();
              delete calledBy.abort;
              if (support.timeout) {
                clearTimeout2(bench2._timerId);
                delete bench2._timerId;
              }
              if (!resetting) {
                bench2.aborted = true;
                bench2.running = false;
              }
            }
          }
          return bench2;
        }
        function clone(options) {
          var bench2 = this, result = new bench2.constructor(_.assign({}, bench2, options));
          result.options = _.assign({}, cloneDeep(bench2.options), cloneDeep(options));
          _.forOwn(bench2, function(value, key) {
            if (!_.has(result, key)) {
              result[key] = cloneDeep(value);
            }
          });
          return result;
        }
        function compare(other) {
          var bench2 = this;
          if (bench2 == other) {
            return 0;
          }
          var critical, zStat, sample1 = bench2.stats.sample, sample2 = other.stats.sample, size1 = sample1.length, size2 = sample2.length, maxSize = max(size1, size2), minSize = min(size1, size2), u1 = getU(sample1, sample2), u2 = getU(sample2, sample1), u = min(u1, u2);
          function getScore(xA, sampleB) {
            return _.reduce(sampleB, function(total, xB) {
              return total + (xB > xA ? 0 : xB < xA ? 1 : 0.5);
            }, 0);
          }
          function getU(sampleA, sampleB) {
            return _.reduce(sampleA, function(total, xA) {
              return total + getScore(xA, sampleB);
            }, 0);
          }
          function getZ(u3) {
            return (u3 - size1 * size2 / 2) / sqrt(size1 * size2 * (size1 + size2 + 1) / 12);
          }
          if (size1 + size2 > 30) {
            zStat = getZ(u);
            return abs(zStat) > 1.96 ? u == u1 ? 1 : -1 : 0;
          }
          critical = maxSize < 5 || minSize < 3 ? 0 : uTable[maxSize][minSize - 3];
          return u <= critical ? u == u1 ? 1 : -1 : 0;
        }
        function reset() {
          var bench2 = this;
          if (bench2.running && !calledBy.abort) {
            calledBy.reset = true;
            bench2.abort();
            delete calledBy.reset;
            return bench2;
          }
          var event, index = 0, changes = [], queue = [];
          var data = {
            "destination": bench2,
            "source": _.assign({}, cloneDeep(bench2.constructor.prototype), cloneDeep(bench2.options))
          };
          do {
            _.forOwn(data.source, function(value, key) {
              var changed, destination = data.destination, currValue = destination[key];
              if (/^_|^events$|^on[A-Z]/.test(key)) {
                return;
              }
              if (_.isObjectLike(value)) {
                if (_.isArray(value)) {
                  if (!_.isArray(currValue)) {
                    changed = true;
                    currValue = [];
                  }
                  if (currValue.length != value.length) {
                    changed = true;
                    currValue = currValue.slice(0, value.length);
                    currValue.length = value.length;
                  }
                } else if (!_.isObjectLike(currValue)) {
                  changed = true;
                  currValue = {};
                }
                if (changed) {
                  changes.push({ "destination": destination, "key": key, "value": currValue });
                }
                queue.push({ "destination": currValue, "source": value });
              } else if (!_.eq(currValue, value) && value !== undefined2) {
                changes.push({ "destination": destination, "key": key, "value": value });
              }
            });
          } while (data = queue[index++]);
          if (changes.length && (bench2.emit(event = Event("reset")), !event.cancelled)) {
            _.each(changes, function(data2) {
              data2.destination[data2.key] = data2.value;
            });
          }
          return bench2;
        }
        function toStringBench() {
          var bench2 = this, error = bench2.error, hz = bench2.hz, id = bench2.id, stats = bench2.stats, size2 = stats.sample.length, pm = "\xB1", result = bench2.name || (_.isNaN(id) ? id : "<Test #" + id + ">");
          if (error) {
            var errorStr;
            if (!_.isObject(error)) {
              errorStr = String2(error);
            } else if (!_.isError(Error)) {
              errorStr = join6(error);
            } else {
              errorStr = join6(_.assign({ "name": error.name, "message": error.message }, error));
            }
            result += ": " + errorStr;
          } else {
            result += " x " + formatNumber(hz.toFixed(hz < 100 ? 2 : 0)) + " ops/sec " + pm + stats.rme.toFixed(2) + "% (" + size2 + " run" + (size2 == 1 ? "" : "s") + " sampled)";
          }
          return result;
        }
        function clock() {
          var options = Benchmark3.options, templateData = {}, timers = [{ "ns": timer.ns, "res": max(15e-4, getRes("ms")), "unit": "ms" }];
          clock = function(clone2) {
            var deferred;
            if (clone2 instanceof Deferred) {
              deferred = clone2;
              clone2 = deferred.benchmark;
            }
            var bench2 = clone2._original, stringable = isStringable(bench2.fn), count = bench2.count = clone2.count, decompilable = stringable || support.decompilation && (clone2.setup !== _.noop || clone2.teardown !== _.noop), id = bench2.id, name = bench2.name || (typeof id == "number" ? "<Test #" + id + ">" : id), result = 0;
            clone2.minTime = bench2.minTime || (bench2.minTime = bench2.options.minTime = options.minTime);
            var funcBody = deferred ? 'var d#=this,${fnArg}=d#,m#=d#.benchmark._original,f#=m#.fn,su#=m#.setup,td#=m#.teardown;if(!d#.cycles){d#.fn=function(){var ${fnArg}=d#;if(typeof f#=="function"){try{${fn}\n}catch(e#){f#(d#)}}else{${fn}\n}};d#.teardown=function(){d#.cycles=0;if(typeof td#=="function"){try{${teardown}\n}catch(e#){td#()}}else{${teardown}\n}};if(typeof su#=="function"){try{${setup}\n}catch(e#){su#()}}else{${setup}\n};t#.start(d#);}d#.fn();return{uid:"${uid}"}' : 'var r#,s#,m#=this,f#=m#.fn,i#=m#.count,n#=t#.ns;${setup}\n${begin};while(i#--){${fn}\n}${end};${teardown}\nreturn{elapsed:r#,uid:"${uid}"}';
            var compiled = bench2.compiled = clone2.compiled = createCompiled(bench2, decompilable, deferred, funcBody), isEmpty = !(templateData.fn || stringable);
            try {
              if (isEmpty) {
                throw new Error('The test "' + name + '" is empty. This may be the result of dead code removal.');
              } else if (!deferred) {
                bench2.count = 1;
                compiled = decompilable && (compiled.call(bench2, context, timer) || {}).uid == templateData.uid && compiled;
                bench2.count = count;
              }
            } catch (e) {
              compiled = null;
              clone2.error = e || new Error(String2(e));
              bench2.count = count;
            }
            if (!compiled && !deferred && !isEmpty) {
              funcBody = (stringable || decompilable && !clone2.error ? "function f#(){${fn}\n}var r#,s#,m#=this,i#=m#.count" : "var r#,s#,m#=this,f#=m#.fn,i#=m#.count") + ",n#=t#.ns;${setup}\n${begin};m#.f#=f#;while(i#--){m#.f#()}${end};delete m#.f#;${teardown}\nreturn{elapsed:r#}";
              compiled = createCompiled(bench2, decompilable, deferred, funcBody);
              try {
                bench2.count = 1;
                compiled.call(bench2, context, timer);
                bench2.count = count;
                delete clone2.error;
              } catch (e) {
                bench2.count = count;
                if (!clone2.error) {
                  clone2.error = e || new Error(String2(e));
                }
              }
            }
            if (!clone2.error) {
              compiled = bench2.compiled = clone2.compiled = createCompiled(bench2, decompilable, deferred, funcBody);
              result = compiled.call(deferred || bench2, context, timer).elapsed;
            }
            return result;
          };
          function createCompiled(bench2, decompilable, deferred, body) {
            var fn = bench2.fn, fnArg = deferred ? getFirstArgument(fn) || "deferred" : "";
            templateData.uid = uid + uidCounter++;
            _.assign(templateData, {
              "setup": decompilable ? getSource(bench2.setup) : interpolate("m#.setup()"),
              "fn": decompilable ? getSource(fn) : interpolate("m#.fn(" + fnArg + ")"),
              "fnArg": fnArg,
              "teardown": decompilable ? getSource(bench2.teardown) : interpolate("m#.teardown()")
            });
            if (timer.unit == "ns") {
              _.assign(templateData, {
                "begin": interpolate("s#=n#()"),
                "end": interpolate("r#=n#(s#);r#=r#[0]+(r#[1]/1e9)")
              });
            } else if (timer.unit == "us") {
              if (timer.ns.stop) {
                _.assign(templateData, {
                  "begin": interpolate("s#=n#.start()"),
                  "end": interpolate("r#=n#.microseconds()/1e6")
                });
              } else {
                _.assign(templateData, {
                  "begin": interpolate("s#=n#()"),
                  "end": interpolate("r#=(n#()-s#)/1e6")
                });
              }
            } else if (timer.ns.now) {
              _.assign(templateData, {
                "begin": interpolate("s#=n#.now()"),
                "end": interpolate("r#=(n#.now()-s#)/1e3")
              });
            } else {
              _.assign(templateData, {
                "begin": interpolate("s#=new n#().getTime()"),
                "end": interpolate("r#=(new n#().getTime()-s#)/1e3")
              });
            }
            timer.start = createFunction(
              interpolate("o#"),
              interpolate("var n#=this.ns,${begin};o#.elapsed=0;o#.timeStamp=s#")
            );
            timer.stop = createFunction(
              interpolate("o#"),
              interpolate("var n#=this.ns,s#=o#.timeStamp,${end};o#.elapsed=r#")
            );
            return createFunction(
              interpolate("window,t#"),
              "var global = window, clearTimeout = global.clearTimeout, setTimeout = global.setTimeout;\n" + interpolate(body)
            );
          }
          function getRes(unit) {
            var measured, begin, count = 30, divisor = 1e3, ns = timer.ns, sample = [];
            while (count--) {
              if (unit == "us") {
                divisor = 1e6;
                if (ns.stop) {
                  ns.start();
                  while (!(measured = ns.microseconds())) {
                  }
                } else {
                  begin = ns();
                  while (!(measured = ns() - begin)) {
                  }
                }
              } else if (unit == "ns") {
                divisor = 1e9;
                begin = (begin = ns())[0] + begin[1] / divisor;
                while (!(measured = (measured = ns())[0] + measured[1] / divisor - begin)) {
                }
                divisor = 1;
              } else if (ns.now) {
                begin = ns.now();
                while (!(measured = ns.now() - begin)) {
                }
              } else {
                begin = new ns().getTime();
                while (!(measured = new ns().getTime() - begin)) {
                }
              }
              if (measured > 0) {
                sample.push(measured);
              } else {
                sample.push(Infinity);
                break;
              }
            }
            return getMean(sample) / divisor;
          }
          function interpolate(string) {
            return _.template(string.replace(/\#/g, /\d+/.exec(templateData.uid)))(templateData);
          }
          try {
            if (timer.ns = new (context.chrome || context.chromium).Interval()) {
              timers.push({ "ns": timer.ns, "res": getRes("us"), "unit": "us" });
            }
          } catch (e) {
          }
          if (processObject && typeof (timer.ns = processObject.hrtime) == "function") {
            timers.push({ "ns": timer.ns, "res": getRes("ns"), "unit": "ns" });
          }
          if (microtimeObject && typeof (timer.ns = microtimeObject.now) == "function") {
            timers.push({ "ns": timer.ns, "res": getRes("us"), "unit": "us" });
          }
          timer = _.minBy(timers, "res");
          if (timer.res == Infinity) {
            throw new Error("Benchmark.js was unable to find a working timer.");
          }
          options.minTime || (options.minTime = max(timer.res / 2 / 0.01, 0.05));
          return clock.apply(null, arguments);
        }
        function compute(bench2, options) {
          options || (options = {});
          var async = options.async, elapsed = 0, initCount = bench2.initCount, minSamples = bench2.minSamples, queue = [], sample = bench2.stats.sample;
          function enqueue() {
            queue.push(_.assign(bench2.clone(), {
              "_original": bench2,
              "events": {
                "abort": [update],
                "cycle": [update],
                "error": [update],
                "start": [update]
              }
            }));
          }
          function update(event) {
            var clone2 = this, type = event.type;
            if (bench2.running) {
              if (type == "start") {
                clone2.count = bench2.initCount;
              } else {
                if (type == "error") {
                  bench2.error = clone2.error;
                }
                if (type == "abort") {
                  bench2.abort();
                  bench2.emit("cycle");
                } else {
                  event.currentTarget = event.target = bench2;
                  bench2.emit(event);
                }
              }
            } else if (bench2.aborted) {
              clone2.events.abort.length = 0;
              clone2.abort();
            }
          }
          function evaluate(event) {
            var critical, df, mean, moe, rme, sd, sem, variance, clone2 = event.target, done = bench2.aborted, now = _.now(), size2 = sample.push(clone2.times.period), maxedOut = size2 >= minSamples && (elapsed += now - clone2.times.timeStamp) / 1e3 > bench2.maxTime, times2 = bench2.times, varOf = function(sum, x2) {
              return sum + pow(x2 - mean, 2);
            };
            if (done || clone2.hz == Infinity) {
              maxedOut = !(size2 = sample.length = queue.length = 0);
            }
            if (!done) {
              mean = getMean(sample);
              variance = _.reduce(sample, varOf, 0) / (size2 - 1) || 0;
              sd = sqrt(variance);
              sem = sd / sqrt(size2);
              df = size2 - 1;
              critical = tTable[Math2.round(df) || 1] || tTable.infinity;
              moe = sem * critical;
              rme = moe / mean * 100 || 0;
              _.assign(bench2.stats, {
                "deviation": sd,
                "mean": mean,
                "moe": moe,
                "rme": rme,
                "sem": sem,
                "variance": variance
              });
              if (maxedOut) {
                bench2.initCount = initCount;
                bench2.running = false;
                done = true;
                times2.elapsed = (now - times2.timeStamp) / 1e3;
              }
              if (bench2.hz != Infinity) {
                bench2.hz = 1 / mean;
                times2.cycle = mean * bench2.count;
                times2.period = mean;
              }
            }
            if (queue.length < 2 && !maxedOut) {
              enqueue();
            }
            event.aborted = done;
          }
          enqueue();
          invoke(queue, {
            "name": "run",
            "args": { "async": async },
            "queued": true,
            "onCycle": evaluate,
            "onComplete": function() {
              bench2.emit("complete");
            }
          });
        }
        function cycle(clone2, options) {
          options || (options = {});
          var deferred;
          if (clone2 instanceof Deferred) {
            deferred = clone2;
            clone2 = clone2.benchmark;
          }
          var clocked, cycles, divisor, event, minTime, period, async = options.async, bench2 = clone2._original, count = clone2.count, times2 = clone2.times;
          if (clone2.running) {
            cycles = ++clone2.cycles;
            clocked = deferred ? deferred.elapsed : clock(clone2);
            minTime = clone2.minTime;
            if (cycles > bench2.cycles) {
              bench2.cycles = cycles;
            }
            if (clone2.error) {
              event = Event("error");
              event.message = clone2.error;
              clone2.emit(event);
              if (!event.cancelled) {
                clone2.abort();
              }
            }
          }
          if (clone2.running) {
            bench2.times.cycle = times2.cycle = clocked;
            period = bench2.times.period = times2.period = clocked / count;
            bench2.hz = clone2.hz = 1 / period;
            bench2.initCount = clone2.initCount = count;
            clone2.running = clocked < minTime;
            if (clone2.running) {
              if (!clocked && (divisor = divisors[clone2.cycles]) != null) {
                count = floor(4e6 / divisor);
              }
              if (count <= clone2.count) {
                count += Math2.ceil((minTime - clocked) / period);
              }
              clone2.running = count != Infinity;
            }
          }
          event = Event("cycle");
          clone2.emit(event);
          if (event.aborted) {
            clone2.abort();
          }
          if (clone2.running) {
            clone2.count = count;
            if (deferred) {
              clone2.compiled.call(deferred, context, timer);
            } else if (async) {
              delay(clone2, function() {
                cycle(clone2, options);
              });
            } else {
              cycle(clone2);
            }
          } else {
            if (support.browser) {
              runScript(uid + "=1;delete " + uid);
            }
            clone2.emit("complete");
          }
        }
        function run(options) {
          var bench2 = this, event = Event("start");
          bench2.running = false;
          bench2.reset();
          bench2.running = true;
          bench2.count = bench2.initCount;
          bench2.times.timeStamp = _.now();
          bench2.emit(event);
          if (!event.cancelled) {
            options = { "async": ((options = options && options.async) == null ? bench2.async : options) && support.timeout };
            if (bench2._original) {
              if (bench2.defer) {
                Deferred(bench2);
              } else {
                cycle(bench2, options);
              }
            } else {
              compute(bench2, options);
            }
          }
          return bench2;
        }
        _.assign(Benchmark3, {
          /**
           * The default options copied by benchmark instances.
           *
           * @static
           * @memberOf Benchmark
           * @type Object
           */
          "options": {
            /**
             * A flag to indicate that benchmark cycles will execute asynchronously
             * by default.
             *
             * @memberOf Benchmark.options
             * @type boolean
             */
            "async": false,
            /**
             * A flag to indicate that the benchmark clock is deferred.
             *
             * @memberOf Benchmark.options
             * @type boolean
             */
            "defer": false,
            /**
             * The delay between test cycles (secs).
             * @memberOf Benchmark.options
             * @type number
             */
            "delay": 5e-3,
            /**
             * Displayed by `Benchmark#toString` when a `name` is not available
             * (auto-generated if absent).
             *
             * @memberOf Benchmark.options
             * @type string
             */
            "id": undefined2,
            /**
             * The default number of times to execute a test on a benchmark's first cycle.
             *
             * @memberOf Benchmark.options
             * @type number
             */
            "initCount": 1,
            /**
             * The maximum time a benchmark is allowed to run before finishing (secs).
             *
             * Note: Cycle delays aren't counted toward the maximum time.
             *
             * @memberOf Benchmark.options
             * @type number
             */
            "maxTime": 5,
            /**
             * The minimum sample size required to perform statistical analysis.
             *
             * @memberOf Benchmark.options
             * @type number
             */
            "minSamples": 5,
            /**
             * The time needed to reduce the percent uncertainty of measurement to 1% (secs).
             *
             * @memberOf Benchmark.options
             * @type number
             */
            "minTime": 0,
            /**
             * The name of the benchmark.
             *
             * @memberOf Benchmark.options
             * @type string
             */
            "name": undefined2,
            /**
             * An event listener called when the benchmark is aborted.
             *
             * @memberOf Benchmark.options
             * @type Function
             */
            "onAbort": undefined2,
            /**
             * An event listener called when the benchmark completes running.
             *
             * @memberOf Benchmark.options
             * @type Function
             */
            "onComplete": undefined2,
            /**
             * An event listener called after each run cycle.
             *
             * @memberOf Benchmark.options
             * @type Function
             */
            "onCycle": undefined2,
            /**
             * An event listener called when a test errors.
             *
             * @memberOf Benchmark.options
             * @type Function
             */
            "onError": undefined2,
            /**
             * An event listener called when the benchmark is reset.
             *
             * @memberOf Benchmark.options
             * @type Function
             */
            "onReset": undefined2,
            /**
             * An event listener called when the benchmark starts running.
             *
             * @memberOf Benchmark.options
             * @type Function
             */
            "onStart": undefined2
          },
          /**
           * Platform object with properties describing things like browser name,
           * version, and operating system. See [`platform.js`](https://mths.be/platform).
           *
           * @static
           * @memberOf Benchmark
           * @type Object
           */
          "platform": context.platform || require2("platform") || {
            "description": context.navigator && context.navigator.userAgent || null,
            "layout": null,
            "product": null,
            "name": null,
            "manufacturer": null,
            "os": null,
            "prerelease": null,
            "version": null,
            "toString": function() {
              return this.description || "";
            }
          },
          /**
           * The semantic version number.
           *
           * @static
           * @memberOf Benchmark
           * @type string
           */
          "version": "2.1.4"
        });
        _.assign(Benchmark3, {
          "filter": filter,
          "formatNumber": formatNumber,
          "invoke": invoke,
          "join": join6,
          "runInContext": runInContext,
          "support": support
        });
        _.each(["each", "forEach", "forOwn", "has", "indexOf", "map", "reduce"], function(methodName) {
          Benchmark3[methodName] = _[methodName];
        });
        _.assign(Benchmark3.prototype, {
          /**
           * The number of times a test was executed.
           *
           * @memberOf Benchmark
           * @type number
           */
          "count": 0,
          /**
           * The number of cycles performed while benchmarking.
           *
           * @memberOf Benchmark
           * @type number
           */
          "cycles": 0,
          /**
           * The number of executions per second.
           *
           * @memberOf Benchmark
           * @type number
           */
          "hz": 0,
          /**
           * The compiled test function.
           *
           * @memberOf Benchmark
           * @type {Function|string}
           */
          "compiled": undefined2,
          /**
           * The error object if the test failed.
           *
           * @memberOf Benchmark
           * @type Object
           */
          "error": undefined2,
          /**
           * The test to benchmark.
           *
           * @memberOf Benchmark
           * @type {Function|string}
           */
          "fn": undefined2,
          /**
           * A flag to indicate if the benchmark is aborted.
           *
           * @memberOf Benchmark
           * @type boolean
           */
          "aborted": false,
          /**
           * A flag to indicate if the benchmark is running.
           *
           * @memberOf Benchmark
           * @type boolean
           */
          "running": false,
          /**
           * Compiled into the test and executed immediately **before** the test loop.
           *
           * @memberOf Benchmark
           * @type {Function|string}
           * @example
           *
           * // basic usage
           * var bench = Benchmark({
           *   'setup': function() {
           *     var c = this.count,
           *         element = document.getElementById('container');
           *     while (c--) {
           *       element.appendChild(document.createElement('div'));
           *     }
           *   },
           *   'fn': function() {
           *     element.removeChild(element.lastChild);
           *   }
           * });
           *
           * // compiles to something like:
           * var c = this.count,
           *     element = document.getElementById('container');
           * while (c--) {
           *   element.appendChild(document.createElement('div'));
           * }
           * var start = new Date;
           * while (count--) {
           *   element.removeChild(element.lastChild);
           * }
           * var end = new Date - start;
           *
           * // or using strings
           * var bench = Benchmark({
           *   'setup': '\
           *     var a = 0;\n\
           *     (function() {\n\
           *       (function() {\n\
           *         (function() {',
           *   'fn': 'a += 1;',
           *   'teardown': '\
           *          }())\n\
           *        }())\n\
           *      }())'
           * });
           *
           * // compiles to something like:
           * var a = 0;
           * (function() {
           *   (function() {
           *     (function() {
           *       var start = new Date;
           *       while (count--) {
           *         a += 1;
           *       }
           *       var end = new Date - start;
           *     }())
           *   }())
           * }())
           */
          "setup": _.noop,
          /**
           * Compiled into the test and executed immediately **after** the test loop.
           *
           * @memberOf Benchmark
           * @type {Function|string}
           */
          "teardown": _.noop,
          /**
           * An object of stats including mean, margin or error, and standard deviation.
           *
           * @memberOf Benchmark
           * @type Object
           */
          "stats": {
            /**
             * The margin of error.
             *
             * @memberOf Benchmark#stats
             * @type number
             */
            "moe": 0,
            /**
             * The relative margin of error (expressed as a percentage of the mean).
             *
             * @memberOf Benchmark#stats
             * @type number
             */
            "rme": 0,
            /**
             * The standard error of the mean.
             *
             * @memberOf Benchmark#stats
             * @type number
             */
            "sem": 0,
            /**
             * The sample standard deviation.
             *
             * @memberOf Benchmark#stats
             * @type number
             */
            "deviation": 0,
            /**
             * The sample arithmetic mean (secs).
             *
             * @memberOf Benchmark#stats
             * @type number
             */
            "mean": 0,
            /**
             * The array of sampled periods.
             *
             * @memberOf Benchmark#stats
             * @type Array
             */
            "sample": [],
            /**
             * The sample variance.
             *
             * @memberOf Benchmark#stats
             * @type number
             */
            "variance": 0
          },
          /**
           * An object of timing data including cycle, elapsed, period, start, and stop.
           *
           * @memberOf Benchmark
           * @type Object
           */
          "times": {
            /**
             * The time taken to complete the last cycle (secs).
             *
             * @memberOf Benchmark#times
             * @type number
             */
            "cycle": 0,
            /**
             * The time taken to complete the benchmark (secs).
             *
             * @memberOf Benchmark#times
             * @type number
             */
            "elapsed": 0,
            /**
             * The time taken to execute the test once (secs).
             *
             * @memberOf Benchmark#times
             * @type number
             */
            "period": 0,
            /**
             * A timestamp of when the benchmark started (ms).
             *
             * @memberOf Benchmark#times
             * @type number
             */
            "timeStamp": 0
          }
        });
        _.assign(Benchmark3.prototype, {
          "abort": abort,
          "clone": clone,
          "compare": compare,
          "emit": emit,
          "listeners": listeners,
          "off": off,
          "on": on,
          "reset": reset,
          "run": run,
          "toString": toStringBench
        });
        _.assign(Deferred.prototype, {
          /**
           * The deferred benchmark instance.
           *
           * @memberOf Benchmark.Deferred
           * @type Object
           */
          "benchmark": null,
          /**
           * The number of deferred cycles performed while benchmarking.
           *
           * @memberOf Benchmark.Deferred
           * @type number
           */
          "cycles": 0,
          /**
           * The time taken to complete the deferred benchmark (secs).
           *
           * @memberOf Benchmark.Deferred
           * @type number
           */
          "elapsed": 0,
          /**
           * A timestamp of when the deferred benchmark started (ms).
           *
           * @memberOf Benchmark.Deferred
           * @type number
           */
          "timeStamp": 0
        });
        _.assign(Deferred.prototype, {
          "resolve": resolve2
        });
        _.assign(Event.prototype, {
          /**
           * A flag to indicate if the emitters listener iteration is aborted.
           *
           * @memberOf Benchmark.Event
           * @type boolean
           */
          "aborted": false,
          /**
           * A flag to indicate if the default action is cancelled.
           *
           * @memberOf Benchmark.Event
           * @type boolean
           */
          "cancelled": false,
          /**
           * The object whose listeners are currently being processed.
           *
           * @memberOf Benchmark.Event
           * @type Object
           */
          "currentTarget": undefined2,
          /**
           * The return value of the last executed listener.
           *
           * @memberOf Benchmark.Event
           * @type Mixed
           */
          "result": undefined2,
          /**
           * The object to which the event was originally emitted.
           *
           * @memberOf Benchmark.Event
           * @type Object
           */
          "target": undefined2,
          /**
           * A timestamp of when the event was created (ms).
           *
           * @memberOf Benchmark.Event
           * @type number
           */
          "timeStamp": 0,
          /**
           * The event type.
           *
           * @memberOf Benchmark.Event
           * @type string
           */
          "type": ""
        });
        Suite.options = {
          /**
           * The name of the suite.
           *
           * @memberOf Benchmark.Suite.options
           * @type string
           */
          "name": undefined2
        };
        _.assign(Suite.prototype, {
          /**
           * The number of benchmarks in the suite.
           *
           * @memberOf Benchmark.Suite
           * @type number
           */
          "length": 0,
          /**
           * A flag to indicate if the suite is aborted.
           *
           * @memberOf Benchmark.Suite
           * @type boolean
           */
          "aborted": false,
          /**
           * A flag to indicate if the suite is running.
           *
           * @memberOf Benchmark.Suite
           * @type boolean
           */
          "running": false
        });
        _.assign(Suite.prototype, {
          "abort": abortSuite,
          "add": add,
          "clone": cloneSuite,
          "emit": emit,
          "filter": filterSuite,
          "join": arrayRef.join,
          "listeners": listeners,
          "off": off,
          "on": on,
          "pop": arrayRef.pop,
          "push": push,
          "reset": resetSuite,
          "run": runSuite,
          "reverse": arrayRef.reverse,
          "shift": shift,
          "slice": slice,
          "sort": arrayRef.sort,
          "splice": arrayRef.splice,
          "unshift": unshift
        });
        _.assign(Benchmark3, {
          "Deferred": Deferred,
          "Event": Event,
          "Suite": Suite
        });
        _.each(["each", "forEach", "indexOf", "map", "reduce"], function(methodName) {
          var func = _[methodName];
          Suite.prototype[methodName] = function() {
            var args = [this];
            push.apply(args, arguments);
            return func.apply(_, args);
          };
        });
        _.each(["pop", "shift", "splice"], function(methodName) {
          var func = arrayRef[methodName];
          Suite.prototype[methodName] = function() {
            var value = this, result = func.apply(value, arguments);
            if (value.length === 0) {
              delete value[0];
            }
            return result;
          };
        });
        Suite.prototype.unshift = function() {
          var value = this;
          unshift.apply(value, arguments);
          return value.length;
        };
        return Benchmark3;
      }
      if (typeof define == "function" && typeof define.amd == "object" && define.amd) {
        define(["lodash", "platform"], function(_, platform4) {
          return runInContext({
            "_": _,
            "platform": platform4
          });
        });
      } else {
        var Benchmark2 = runInContext();
        if (freeExports && freeModule) {
          if (moduleExports) {
            (freeModule.exports = Benchmark2).Benchmark = Benchmark2;
          }
          freeExports.Benchmark = Benchmark2;
        } else {
          root.Benchmark = Benchmark2;
        }
      }
    }).call(exports);
  }
});

// node_modules/lodash/lodash.js
var require_lodash = __commonJS({
  "node_modules/lodash/lodash.js"(exports, module) {
    (function() {
      var undefined2;
      var VERSION = "4.18.1";
      var LARGE_ARRAY_SIZE = 200;
      var CORE_ERROR_TEXT = "Unsupported core-js use. Try https://npms.io/search?q=ponyfill.", FUNC_ERROR_TEXT = "Expected a function", INVALID_TEMPL_VAR_ERROR_TEXT = "Invalid `variable` option passed into `_.template`", INVALID_TEMPL_IMPORTS_ERROR_TEXT = "Invalid `imports` option passed into `_.template`";
      var HASH_UNDEFINED = "__lodash_hash_undefined__";
      var MAX_MEMOIZE_SIZE = 500;
      var PLACEHOLDER = "__lodash_placeholder__";
      var CLONE_DEEP_FLAG = 1, CLONE_FLAT_FLAG = 2, CLONE_SYMBOLS_FLAG = 4;
      var COMPARE_PARTIAL_FLAG = 1, COMPARE_UNORDERED_FLAG = 2;
      var WRAP_BIND_FLAG = 1, WRAP_BIND_KEY_FLAG = 2, WRAP_CURRY_BOUND_FLAG = 4, WRAP_CURRY_FLAG = 8, WRAP_CURRY_RIGHT_FLAG = 16, WRAP_PARTIAL_FLAG = 32, WRAP_PARTIAL_RIGHT_FLAG = 64, WRAP_ARY_FLAG = 128, WRAP_REARG_FLAG = 256, WRAP_FLIP_FLAG = 512;
      var DEFAULT_TRUNC_LENGTH = 30, DEFAULT_TRUNC_OMISSION = "...";
      var HOT_COUNT = 800, HOT_SPAN = 16;
      var LAZY_FILTER_FLAG = 1, LAZY_MAP_FLAG = 2, LAZY_WHILE_FLAG = 3;
      var INFINITY = 1 / 0, MAX_SAFE_INTEGER = 9007199254740991, MAX_INTEGER = 17976931348623157e292, NAN = 0 / 0;
      var MAX_ARRAY_LENGTH = 4294967295, MAX_ARRAY_INDEX = MAX_ARRAY_LENGTH - 1, HALF_MAX_ARRAY_LENGTH = MAX_ARRAY_LENGTH >>> 1;
      var wrapFlags = [
        ["ary", WRAP_ARY_FLAG],
        ["bind", WRAP_BIND_FLAG],
        ["bindKey", WRAP_BIND_KEY_FLAG],
        ["curry", WRAP_CURRY_FLAG],
        ["curryRight", WRAP_CURRY_RIGHT_FLAG],
        ["flip", WRAP_FLIP_FLAG],
        ["partial", WRAP_PARTIAL_FLAG],
        ["partialRight", WRAP_PARTIAL_RIGHT_FLAG],
        ["rearg", WRAP_REARG_FLAG]
      ];
      var argsTag = "[object Arguments]", arrayTag = "[object Array]", asyncTag = "[object AsyncFunction]", boolTag = "[object Boolean]", dateTag = "[object Date]", domExcTag = "[object DOMException]", errorTag = "[object Error]", funcTag = "[object Function]", genTag = "[object GeneratorFunction]", mapTag = "[object Map]", numberTag = "[object Number]", nullTag = "[object Null]", objectTag = "[object Object]", promiseTag = "[object Promise]", proxyTag = "[object Proxy]", regexpTag = "[object RegExp]", setTag = "[object Set]", stringTag = "[object String]", symbolTag = "[object Symbol]", undefinedTag = "[object Undefined]", weakMapTag = "[object WeakMap]", weakSetTag = "[object WeakSet]";
      var arrayBufferTag = "[object ArrayBuffer]", dataViewTag = "[object DataView]", float32Tag = "[object Float32Array]", float64Tag = "[object Float64Array]", int8Tag = "[object Int8Array]", int16Tag = "[object Int16Array]", int32Tag = "[object Int32Array]", uint8Tag = "[object Uint8Array]", uint8ClampedTag = "[object Uint8ClampedArray]", uint16Tag = "[object Uint16Array]", uint32Tag = "[object Uint32Array]";
      var reEmptyStringLeading = /\b__p \+= '';/g, reEmptyStringMiddle = /\b(__p \+=) '' \+/g, reEmptyStringTrailing = /(__e\(.*?\)|\b__t\)) \+\n'';/g;
      var reEscapedHtml = /&(?:amp|lt|gt|quot|#39);/g, reUnescapedHtml = /[&<>"']/g, reHasEscapedHtml = RegExp(reEscapedHtml.source), reHasUnescapedHtml = RegExp(reUnescapedHtml.source);
      var reEscape = /<%-([\s\S]+?)%>/g, reEvaluate = /<%([\s\S]+?)%>/g, reInterpolate = /<%=([\s\S]+?)%>/g;
      var reIsDeepProp = /\.|\[(?:[^[\]]*|(["'])(?:(?!\1)[^\\]|\\.)*?\1)\]/, reIsPlainProp = /^\w*$/, rePropName = /[^.[\]]+|\[(?:(-?\d+(?:\.\d+)?)|(["'])((?:(?!\2)[^\\]|\\.)*?)\2)\]|(?=(?:\.|\[\])(?:\.|\[\]|$))/g;
      var reRegExpChar = /[\\^$.*+?()[\]{}|]/g, reHasRegExpChar = RegExp(reRegExpChar.source);
      var reTrimStart = /^\s+/;
      var reWhitespace = /\s/;
      var reWrapComment = /\{(?:\n\/\* \[wrapped with .+\] \*\/)?\n?/, reWrapDetails = /\{\n\/\* \[wrapped with (.+)\] \*/, reSplitDetails = /,? & /;
      var reAsciiWord = /[^\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+/g;
      var reForbiddenIdentifierChars = /[()=,{}\[\]\/\s]/;
      var reEscapeChar = /\\(\\)?/g;
      var reEsTemplate = /\$\{([^\\}]*(?:\\.[^\\}]*)*)\}/g;
      var reFlags = /\w*$/;
      var reIsBadHex = /^[-+]0x[0-9a-f]+$/i;
      var reIsBinary = /^0b[01]+$/i;
      var reIsHostCtor = /^\[object .+?Constructor\]$/;
      var reIsOctal = /^0o[0-7]+$/i;
      var reIsUint = /^(?:0|[1-9]\d*)$/;
      var reLatin = /[\xc0-\xd6\xd8-\xf6\xf8-\xff\u0100-\u017f]/g;
      var reNoMatch = /($^)/;
      var reUnescapedString = /['\n\r\u2028\u2029\\]/g;
      var rsAstralRange = "\\ud800-\\udfff", rsComboMarksRange = "\\u0300-\\u036f", reComboHalfMarksRange = "\\ufe20-\\ufe2f", rsComboSymbolsRange = "\\u20d0-\\u20ff", rsComboRange = rsComboMarksRange + reComboHalfMarksRange + rsComboSymbolsRange, rsDingbatRange = "\\u2700-\\u27bf", rsLowerRange = "a-z\\xdf-\\xf6\\xf8-\\xff", rsMathOpRange = "\\xac\\xb1\\xd7\\xf7", rsNonCharRange = "\\x00-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\xbf", rsPunctuationRange = "\\u2000-\\u206f", rsSpaceRange = " \\t\\x0b\\f\\xa0\\ufeff\\n\\r\\u2028\\u2029\\u1680\\u180e\\u2000\\u2001\\u2002\\u2003\\u2004\\u2005\\u2006\\u2007\\u2008\\u2009\\u200a\\u202f\\u205f\\u3000", rsUpperRange = "A-Z\\xc0-\\xd6\\xd8-\\xde", rsVarRange = "\\ufe0e\\ufe0f", rsBreakRange = rsMathOpRange + rsNonCharRange + rsPunctuationRange + rsSpaceRange;
      var rsApos = "['\u2019]", rsAstral = "[" + rsAstralRange + "]", rsBreak = "[" + rsBreakRange + "]", rsCombo = "[" + rsComboRange + "]", rsDigits = "\\d+", rsDingbat = "[" + rsDingbatRange + "]", rsLower = "[" + rsLowerRange + "]", rsMisc = "[^" + rsAstralRange + rsBreakRange + rsDigits + rsDingbatRange + rsLowerRange + rsUpperRange + "]", rsFitz = "\\ud83c[\\udffb-\\udfff]", rsModifier = "(?:" + rsCombo + "|" + rsFitz + ")", rsNonAstral = "[^" + rsAstralRange + "]", rsRegional = "(?:\\ud83c[\\udde6-\\uddff]){2}", rsSurrPair = "[\\ud800-\\udbff][\\udc00-\\udfff]", rsUpper = "[" + rsUpperRange + "]", rsZWJ = "\\u200d";
      var rsMiscLower = "(?:" + rsLower + "|" + rsMisc + ")", rsMiscUpper = "(?:" + rsUpper + "|" + rsMisc + ")", rsOptContrLower = "(?:" + rsApos + "(?:d|ll|m|re|s|t|ve))?", rsOptContrUpper = "(?:" + rsApos + "(?:D|LL|M|RE|S|T|VE))?", reOptMod = rsModifier + "?", rsOptVar = "[" + rsVarRange + "]?", rsOptJoin = "(?:" + rsZWJ + "(?:" + [rsNonAstral, rsRegional, rsSurrPair].join("|") + ")" + rsOptVar + reOptMod + ")*", rsOrdLower = "\\d*(?:1st|2nd|3rd|(?![123])\\dth)(?=\\b|[A-Z_])", rsOrdUpper = "\\d*(?:1ST|2ND|3RD|(?![123])\\dTH)(?=\\b|[a-z_])", rsSeq = rsOptVar + reOptMod + rsOptJoin, rsEmoji = "(?:" + [rsDingbat, rsRegional, rsSurrPair].join("|") + ")" + rsSeq, rsSymbol = "(?:" + [rsNonAstral + rsCombo + "?", rsCombo, rsRegional, rsSurrPair, rsAstral].join("|") + ")";
      var reApos = RegExp(rsApos, "g");
      var reComboMark = RegExp(rsCombo, "g");
      var reUnicode = RegExp(rsFitz + "(?=" + rsFitz + ")|" + rsSymbol + rsSeq, "g");
      var reUnicodeWord = RegExp([
        rsUpper + "?" + rsLower + "+" + rsOptContrLower + "(?=" + [rsBreak, rsUpper, "$"].join("|") + ")",
        rsMiscUpper + "+" + rsOptContrUpper + "(?=" + [rsBreak, rsUpper + rsMiscLower, "$"].join("|") + ")",
        rsUpper + "?" + rsMiscLower + "+" + rsOptContrLower,
        rsUpper + "+" + rsOptContrUpper,
        rsOrdUpper,
        rsOrdLower,
        rsDigits,
        rsEmoji
      ].join("|"), "g");
      var reHasUnicode = RegExp("[" + rsZWJ + rsAstralRange + rsComboRange + rsVarRange + "]");
      var reHasUnicodeWord = /[a-z][A-Z]|[A-Z]{2}[a-z]|[0-9][a-zA-Z]|[a-zA-Z][0-9]|[^a-zA-Z0-9 ]/;
      var contextProps = [
        "Array",
        "Buffer",
        "DataView",
        "Date",
        "Error",
        "Float32Array",
        "Float64Array",
        "Function",
        "Int8Array",
        "Int16Array",
        "Int32Array",
        "Map",
        "Math",
        "Object",
        "Promise",
        "RegExp",
        "Set",
        "String",
        "Symbol",
        "TypeError",
        "Uint8Array",
        "Uint8ClampedArray",
        "Uint16Array",
        "Uint32Array",
        "WeakMap",
        "_",
        "clearTimeout",
        "isFinite",
        "parseInt",
        "setTimeout"
      ];
      var templateCounter = -1;
      var typedArrayTags = {};
      typedArrayTags[float32Tag] = typedArrayTags[float64Tag] = typedArrayTags[int8Tag] = typedArrayTags[int16Tag] = typedArrayTags[int32Tag] = typedArrayTags[uint8Tag] = typedArrayTags[uint8ClampedTag] = typedArrayTags[uint16Tag] = typedArrayTags[uint32Tag] = true;
      typedArrayTags[argsTag] = typedArrayTags[arrayTag] = typedArrayTags[arrayBufferTag] = typedArrayTags[boolTag] = typedArrayTags[dataViewTag] = typedArrayTags[dateTag] = typedArrayTags[errorTag] = typedArrayTags[funcTag] = typedArrayTags[mapTag] = typedArrayTags[numberTag] = typedArrayTags[objectTag] = typedArrayTags[regexpTag] = typedArrayTags[setTag] = typedArrayTags[stringTag] = typedArrayTags[weakMapTag] = false;
      var cloneableTags = {};
      cloneableTags[argsTag] = cloneableTags[arrayTag] = cloneableTags[arrayBufferTag] = cloneableTags[dataViewTag] = cloneableTags[boolTag] = cloneableTags[dateTag] = cloneableTags[float32Tag] = cloneableTags[float64Tag] = cloneableTags[int8Tag] = cloneableTags[int16Tag] = cloneableTags[int32Tag] = cloneableTags[mapTag] = cloneableTags[numberTag] = cloneableTags[objectTag] = cloneableTags[regexpTag] = cloneableTags[setTag] = cloneableTags[stringTag] = cloneableTags[symbolTag] = cloneableTags[uint8Tag] = cloneableTags[uint8ClampedTag] = cloneableTags[uint16Tag] = cloneableTags[uint32Tag] = true;
      cloneableTags[errorTag] = cloneableTags[funcTag] = cloneableTags[weakMapTag] = false;
      var deburredLetters = {
        // Latin-1 Supplement block.
        "\xC0": "A",
        "\xC1": "A",
        "\xC2": "A",
        "\xC3": "A",
        "\xC4": "A",
        "\xC5": "A",
        "\xE0": "a",
        "\xE1": "a",
        "\xE2": "a",
        "\xE3": "a",
        "\xE4": "a",
        "\xE5": "a",
        "\xC7": "C",
        "\xE7": "c",
        "\xD0": "D",
        "\xF0": "d",
        "\xC8": "E",
        "\xC9": "E",
        "\xCA": "E",
        "\xCB": "E",
        "\xE8": "e",
        "\xE9": "e",
        "\xEA": "e",
        "\xEB": "e",
        "\xCC": "I",
        "\xCD": "I",
        "\xCE": "I",
        "\xCF": "I",
        "\xEC": "i",
        "\xED": "i",
        "\xEE": "i",
        "\xEF": "i",
        "\xD1": "N",
        "\xF1": "n",
        "\xD2": "O",
        "\xD3": "O",
        "\xD4": "O",
        "\xD5": "O",
        "\xD6": "O",
        "\xD8": "O",
        "\xF2": "o",
        "\xF3": "o",
        "\xF4": "o",
        "\xF5": "o",
        "\xF6": "o",
        "\xF8": "o",
        "\xD9": "U",
        "\xDA": "U",
        "\xDB": "U",
        "\xDC": "U",
        "\xF9": "u",
        "\xFA": "u",
        "\xFB": "u",
        "\xFC": "u",
        "\xDD": "Y",
        "\xFD": "y",
        "\xFF": "y",
        "\xC6": "Ae",
        "\xE6": "ae",
        "\xDE": "Th",
        "\xFE": "th",
        "\xDF": "ss",
        // Latin Extended-A block.
        "\u0100": "A",
        "\u0102": "A",
        "\u0104": "A",
        "\u0101": "a",
        "\u0103": "a",
        "\u0105": "a",
        "\u0106": "C",
        "\u0108": "C",
        "\u010A": "C",
        "\u010C": "C",
        "\u0107": "c",
        "\u0109": "c",
        "\u010B": "c",
        "\u010D": "c",
        "\u010E": "D",
        "\u0110": "D",
        "\u010F": "d",
        "\u0111": "d",
        "\u0112": "E",
        "\u0114": "E",
        "\u0116": "E",
        "\u0118": "E",
        "\u011A": "E",
        "\u0113": "e",
        "\u0115": "e",
        "\u0117": "e",
        "\u0119": "e",
        "\u011B": "e",
        "\u011C": "G",
        "\u011E": "G",
        "\u0120": "G",
        "\u0122": "G",
        "\u011D": "g",
        "\u011F": "g",
        "\u0121": "g",
        "\u0123": "g",
        "\u0124": "H",
        "\u0126": "H",
        "\u0125": "h",
        "\u0127": "h",
        "\u0128": "I",
        "\u012A": "I",
        "\u012C": "I",
        "\u012E": "I",
        "\u0130": "I",
        "\u0129": "i",
        "\u012B": "i",
        "\u012D": "i",
        "\u012F": "i",
        "\u0131": "i",
        "\u0134": "J",
        "\u0135": "j",
        "\u0136": "K",
        "\u0137": "k",
        "\u0138": "k",
        "\u0139": "L",
        "\u013B": "L",
        "\u013D": "L",
        "\u013F": "L",
        "\u0141": "L",
        "\u013A": "l",
        "\u013C": "l",
        "\u013E": "l",
        "\u0140": "l",
        "\u0142": "l",
        "\u0143": "N",
        "\u0145": "N",
        "\u0147": "N",
        "\u014A": "N",
        "\u0144": "n",
        "\u0146": "n",
        "\u0148": "n",
        "\u014B": "n",
        "\u014C": "O",
        "\u014E": "O",
        "\u0150": "O",
        "\u014D": "o",
        "\u014F": "o",
        "\u0151": "o",
        "\u0154": "R",
        "\u0156": "R",
        "\u0158": "R",
        "\u0155": "r",
        "\u0157": "r",
        "\u0159": "r",
        "\u015A": "S",
        "\u015C": "S",
        "\u015E": "S",
        "\u0160": "S",
        "\u015B": "s",
        "\u015D": "s",
        "\u015F": "s",
        "\u0161": "s",
        "\u0162": "T",
        "\u0164": "T",
        "\u0166": "T",
        "\u0163": "t",
        "\u0165": "t",
        "\u0167": "t",
        "\u0168": "U",
        "\u016A": "U",
        "\u016C": "U",
        "\u016E": "U",
        "\u0170": "U",
        "\u0172": "U",
        "\u0169": "u",
        "\u016B": "u",
        "\u016D": "u",
        "\u016F": "u",
        "\u0171": "u",
        "\u0173": "u",
        "\u0174": "W",
        "\u0175": "w",
        "\u0176": "Y",
        "\u0177": "y",
        "\u0178": "Y",
        "\u0179": "Z",
        "\u017B": "Z",
        "\u017D": "Z",
        "\u017A": "z",
        "\u017C": "z",
        "\u017E": "z",
        "\u0132": "IJ",
        "\u0133": "ij",
        "\u0152": "Oe",
        "\u0153": "oe",
        "\u0149": "'n",
        "\u017F": "s"
      };
      var htmlEscapes = {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "'": "&#39;"
      };
      var htmlUnescapes = {
        "&amp;": "&",
        "&lt;": "<",
        "&gt;": ">",
        "&quot;": '"',
        "&#39;": "'"
      };
      var stringEscapes = {
        "\\": "\\",
        "'": "'",
        "\n": "n",
        "\r": "r",
        "\u2028": "u2028",
        "\u2029": "u2029"
      };
      var freeParseFloat = parseFloat, freeParseInt = parseInt;
      var freeGlobal = typeof global == "object" && global && global.Object === Object && global;
      var freeSelf = typeof self == "object" && self && self.Object === Object && self;
      var root = freeGlobal || freeSelf || Function("return this")();
      var freeExports = typeof exports == "object" && exports && !exports.nodeType && exports;
      var freeModule = freeExports && typeof module == "object" && module && !module.nodeType && module;
      var moduleExports = freeModule && freeModule.exports === freeExports;
      var freeProcess = moduleExports && freeGlobal.process;
      var nodeUtil = (function() {
        try {
          var types = freeModule && freeModule.require && freeModule.require("util").types;
          if (types) {
            return types;
          }
          return freeProcess && freeProcess.binding && freeProcess.binding("util");
        } catch (e) {
        }
      })();
      var nodeIsArrayBuffer = nodeUtil && nodeUtil.isArrayBuffer, nodeIsDate = nodeUtil && nodeUtil.isDate, nodeIsMap = nodeUtil && nodeUtil.isMap, nodeIsRegExp = nodeUtil && nodeUtil.isRegExp, nodeIsSet = nodeUtil && nodeUtil.isSet, nodeIsTypedArray = nodeUtil && nodeUtil.isTypedArray;
      function apply(func, thisArg, args) {
        switch (args.length) {
          case 0:
            return func.call(thisArg);
          case 1:
            return func.call(thisArg, args[0]);
          case 2:
            return func.call(thisArg, args[0], args[1]);
          case 3:
            return func.call(thisArg, args[0], args[1], args[2]);
        }
        return func.apply(thisArg, args);
      }
      function arrayAggregator(array, setter, iteratee, accumulator) {
        var index = -1, length = array == null ? 0 : array.length;
        while (++index < length) {
          var value = array[index];
          setter(accumulator, value, iteratee(value), array);
        }
        return accumulator;
      }
      function arrayEach(array, iteratee) {
        var index = -1, length = array == null ? 0 : array.length;
        while (++index < length) {
          if (iteratee(array[index], index, array) === false) {
            break;
          }
        }
        return array;
      }
      function arrayEachRight(array, iteratee) {
        var length = array == null ? 0 : array.length;
        while (length--) {
          if (iteratee(array[length], length, array) === false) {
            break;
          }
        }
        return array;
      }
      function arrayEvery(array, predicate) {
        var index = -1, length = array == null ? 0 : array.length;
        while (++index < length) {
          if (!predicate(array[index], index, array)) {
            return false;
          }
        }
        return true;
      }
      function arrayFilter(array, predicate) {
        var index = -1, length = array == null ? 0 : array.length, resIndex = 0, result = [];
        while (++index < length) {
          var value = array[index];
          if (predicate(value, index, array)) {
            result[resIndex++] = value;
          }
        }
        return result;
      }
      function arrayIncludes(array, value) {
        var length = array == null ? 0 : array.length;
        return !!length && baseIndexOf(array, value, 0) > -1;
      }
      function arrayIncludesWith(array, value, comparator) {
        var index = -1, length = array == null ? 0 : array.length;
        while (++index < length) {
          if (comparator(value, array[index])) {
            return true;
          }
        }
        return false;
      }
      function arrayMap(array, iteratee) {
        var index = -1, length = array == null ? 0 : array.length, result = Array(length);
        while (++index < length) {
          result[index] = iteratee(array[index], index, array);
        }
        return result;
      }
      function arrayPush(array, values) {
        var index = -1, length = values.length, offset = array.length;
        while (++index < length) {
          array[offset + index] = values[index];
        }
        return array;
      }
      function arrayReduce(array, iteratee, accumulator, initAccum) {
        var index = -1, length = array == null ? 0 : array.length;
        if (initAccum && length) {
          accumulator = array[++index];
        }
        while (++index < length) {
          accumulator = iteratee(accumulator, array[index], index, array);
        }
        return accumulator;
      }
      function arrayReduceRight(array, iteratee, accumulator, initAccum) {
        var length = array == null ? 0 : array.length;
        if (initAccum && length) {
          accumulator = array[--length];
        }
        while (length--) {
          accumulator = iteratee(accumulator, array[length], length, array);
        }
        return accumulator;
      }
      function arraySome(array, predicate) {
        var index = -1, length = array == null ? 0 : array.length;
        while (++index < length) {
          if (predicate(array[index], index, array)) {
            return true;
          }
        }
        return false;
      }
      var asciiSize = baseProperty("length");
      function asciiToArray(string) {
        return string.split("");
      }
      function asciiWords(string) {
        return string.match(reAsciiWord) || [];
      }
      function baseFindKey(collection, predicate, eachFunc) {
        var result;
        eachFunc(collection, function(value, key, collection2) {
          if (predicate(value, key, collection2)) {
            result = key;
            return false;
          }
        });
        return result;
      }
      function baseFindIndex(array, predicate, fromIndex, fromRight) {
        var length = array.length, index = fromIndex + (fromRight ? 1 : -1);
        while (fromRight ? index-- : ++index < length) {
          if (predicate(array[index], index, array)) {
            return index;
          }
        }
        return -1;
      }
      function baseIndexOf(array, value, fromIndex) {
        return value === value ? strictIndexOf(array, value, fromIndex) : baseFindIndex(array, baseIsNaN, fromIndex);
      }
      function baseIndexOfWith(array, value, fromIndex, comparator) {
        var index = fromIndex - 1, length = array.length;
        while (++index < length) {
          if (comparator(array[index], value)) {
            return index;
          }
        }
        return -1;
      }
      function baseIsNaN(value) {
        return value !== value;
      }
      function baseMean(array, iteratee) {
        var length = array == null ? 0 : array.length;
        return length ? baseSum(array, iteratee) / length : NAN;
      }
      function baseProperty(key) {
        return function(object) {
          return object == null ? undefined2 : object[key];
        };
      }
      function basePropertyOf(object) {
        return function(key) {
          return object == null ? undefined2 : object[key];
        };
      }
      function baseReduce(collection, iteratee, accumulator, initAccum, eachFunc) {
        eachFunc(collection, function(value, index, collection2) {
          accumulator = initAccum ? (initAccum = false, value) : iteratee(accumulator, value, index, collection2);
        });
        return accumulator;
      }
      function baseSortBy(array, comparer) {
        var length = array.length;
        array.sort(comparer);
        while (length--) {
          array[length] = array[length].value;
        }
        return array;
      }
      function baseSum(array, iteratee) {
        var result, index = -1, length = array.length;
        while (++index < length) {
          var current = iteratee(array[index]);
          if (current !== undefined2) {
            result = result === undefined2 ? current : result + current;
          }
        }
        return result;
      }
      function baseTimes(n, iteratee) {
        var index = -1, result = Array(n);
        while (++index < n) {
          result[index] = iteratee(index);
        }
        return result;
      }
      function baseToPairs(object, props) {
        return arrayMap(props, function(key) {
          return [key, object[key]];
        });
      }
      function baseTrim(string) {
        return string ? string.slice(0, trimmedEndIndex(string) + 1).replace(reTrimStart, "") : string;
      }
      function baseUnary(func) {
        return function(value) {
          return func(value);
        };
      }
      function baseValues(object, props) {
        return arrayMap(props, function(key) {
          return object[key];
        });
      }
      function cacheHas(cache, key) {
        return cache.has(key);
      }
      function charsStartIndex(strSymbols, chrSymbols) {
        var index = -1, length = strSymbols.length;
        while (++index < length && baseIndexOf(chrSymbols, strSymbols[index], 0) > -1) {
        }
        return index;
      }
      function charsEndIndex(strSymbols, chrSymbols) {
        var index = strSymbols.length;
        while (index-- && baseIndexOf(chrSymbols, strSymbols[index], 0) > -1) {
        }
        return index;
      }
      function countHolders(array, placeholder) {
        var length = array.length, result = 0;
        while (length--) {
          if (array[length] === placeholder) {
            ++result;
          }
        }
        return result;
      }
      var deburrLetter = basePropertyOf(deburredLetters);
      var escapeHtmlChar = basePropertyOf(htmlEscapes);
      function escapeStringChar(chr) {
        return "\\" + stringEscapes[chr];
      }
      function getValue(object, key) {
        return object == null ? undefined2 : object[key];
      }
      function hasUnicode(string) {
        return reHasUnicode.test(string);
      }
      function hasUnicodeWord(string) {
        return reHasUnicodeWord.test(string);
      }
      function iteratorToArray(iterator) {
        var data, result = [];
        while (!(data = iterator.next()).done) {
          result.push(data.value);
        }
        return result;
      }
      function mapToArray(map) {
        var index = -1, result = Array(map.size);
        map.forEach(function(value, key) {
          result[++index] = [key, value];
        });
        return result;
      }
      function overArg(func, transform) {
        return function(arg) {
          return func(transform(arg));
        };
      }
      function replaceHolders(array, placeholder) {
        var index = -1, length = array.length, resIndex = 0, result = [];
        while (++index < length) {
          var value = array[index];
          if (value === placeholder || value === PLACEHOLDER) {
            array[index] = PLACEHOLDER;
            result[resIndex++] = index;
          }
        }
        return result;
      }
      function setToArray(set) {
        var index = -1, result = Array(set.size);
        set.forEach(function(value) {
          result[++index] = value;
        });
        return result;
      }
      function setToPairs(set) {
        var index = -1, result = Array(set.size);
        set.forEach(function(value) {
          result[++index] = [value, value];
        });
        return result;
      }
      function strictIndexOf(array, value, fromIndex) {
        var index = fromIndex - 1, length = array.length;
        while (++index < length) {
          if (array[index] === value) {
            return index;
          }
        }
        return -1;
      }
      function strictLastIndexOf(array, value, fromIndex) {
        var index = fromIndex + 1;
        while (index--) {
          if (array[index] === value) {
            return index;
          }
        }
        return index;
      }
      function stringSize(string) {
        return hasUnicode(string) ? unicodeSize(string) : asciiSize(string);
      }
      function stringToArray(string) {
        return hasUnicode(string) ? unicodeToArray(string) : asciiToArray(string);
      }
      function trimmedEndIndex(string) {
        var index = string.length;
        while (index-- && reWhitespace.test(string.charAt(index))) {
        }
        return index;
      }
      var unescapeHtmlChar = basePropertyOf(htmlUnescapes);
      function unicodeSize(string) {
        var result = reUnicode.lastIndex = 0;
        while (reUnicode.test(string)) {
          ++result;
        }
        return result;
      }
      function unicodeToArray(string) {
        return string.match(reUnicode) || [];
      }
      function unicodeWords(string) {
        return string.match(reUnicodeWord) || [];
      }
      var runInContext = (function runInContext2(context) {
        context = context == null ? root : _.defaults(root.Object(), context, _.pick(root, contextProps));
        var Array2 = context.Array, Date2 = context.Date, Error2 = context.Error, Function2 = context.Function, Math2 = context.Math, Object2 = context.Object, RegExp2 = context.RegExp, String2 = context.String, TypeError2 = context.TypeError;
        var arrayProto = Array2.prototype, funcProto = Function2.prototype, objectProto = Object2.prototype;
        var coreJsData = context["__core-js_shared__"];
        var funcToString = funcProto.toString;
        var hasOwnProperty = objectProto.hasOwnProperty;
        var idCounter = 0;
        var maskSrcKey = (function() {
          var uid = /[^.]+$/.exec(coreJsData && coreJsData.keys && coreJsData.keys.IE_PROTO || "");
          return uid ? "Symbol(src)_1." + uid : "";
        })();
        var nativeObjectToString = objectProto.toString;
        var objectCtorString = funcToString.call(Object2);
        var oldDash = root._;
        var reIsNative = RegExp2(
          "^" + funcToString.call(hasOwnProperty).replace(reRegExpChar, "\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g, "$1.*?") + "$"
        );
        var Buffer2 = moduleExports ? context.Buffer : undefined2, Symbol2 = context.Symbol, Uint8Array2 = context.Uint8Array, allocUnsafe = Buffer2 ? Buffer2.allocUnsafe : undefined2, getPrototype = overArg(Object2.getPrototypeOf, Object2), objectCreate = Object2.create, propertyIsEnumerable = objectProto.propertyIsEnumerable, splice = arrayProto.splice, spreadableSymbol = Symbol2 ? Symbol2.isConcatSpreadable : undefined2, symIterator = Symbol2 ? Symbol2.iterator : undefined2, symToStringTag = Symbol2 ? Symbol2.toStringTag : undefined2;
        var defineProperty = (function() {
          try {
            var func = getNative(Object2, "defineProperty");
            func({}, "", {});
            return func;
          } catch (e) {
          }
        })();
        var ctxClearTimeout = context.clearTimeout !== root.clearTimeout && context.clearTimeout, ctxNow = Date2 && Date2.now !== root.Date.now && Date2.now, ctxSetTimeout = context.setTimeout !== root.setTimeout && context.setTimeout;
        var nativeCeil = Math2.ceil, nativeFloor = Math2.floor, nativeGetSymbols = Object2.getOwnPropertySymbols, nativeIsBuffer = Buffer2 ? Buffer2.isBuffer : undefined2, nativeIsFinite = context.isFinite, nativeJoin = arrayProto.join, nativeKeys = overArg(Object2.keys, Object2), nativeMax = Math2.max, nativeMin = Math2.min, nativeNow = Date2.now, nativeParseInt = context.parseInt, nativeRandom = Math2.random, nativeReverse = arrayProto.reverse;
        var DataView = getNative(context, "DataView"), Map2 = getNative(context, "Map"), Promise2 = getNative(context, "Promise"), Set2 = getNative(context, "Set"), WeakMap = getNative(context, "WeakMap"), nativeCreate = getNative(Object2, "create");
        var metaMap = WeakMap && new WeakMap();
        var realNames = {};
        var dataViewCtorString = toSource(DataView), mapCtorString = toSource(Map2), promiseCtorString = toSource(Promise2), setCtorString = toSource(Set2), weakMapCtorString = toSource(WeakMap);
        var symbolProto = Symbol2 ? Symbol2.prototype : undefined2, symbolValueOf = symbolProto ? symbolProto.valueOf : undefined2, symbolToString = symbolProto ? symbolProto.toString : undefined2;
        function lodash2(value) {
          if (isObjectLike(value) && !isArray(value) && !(value instanceof LazyWrapper)) {
            if (value instanceof LodashWrapper) {
              return value;
            }
            if (hasOwnProperty.call(value, "__wrapped__")) {
              return wrapperClone(value);
            }
          }
          return new LodashWrapper(value);
        }
        var baseCreate = /* @__PURE__ */ (function() {
          function object() {
          }
          return function(proto) {
            if (!isObject(proto)) {
              return {};
            }
            if (objectCreate) {
              return objectCreate(proto);
            }
            object.prototype = proto;
            var result2 = new object();
            object.prototype = undefined2;
            return result2;
          };
        })();
        function baseLodash() {
        }
        function LodashWrapper(value, chainAll) {
          this.__wrapped__ = value;
          this.__actions__ = [];
          this.__chain__ = !!chainAll;
          this.__index__ = 0;
          this.__values__ = undefined2;
        }
        lodash2.templateSettings = {
          /**
           * Used to detect `data` property values to be HTML-escaped.
           *
           * @memberOf _.templateSettings
           * @type {RegExp}
           */
          "escape": reEscape,
          /**
           * Used to detect code to be evaluated.
           *
           * @memberOf _.templateSettings
           * @type {RegExp}
           */
          "evaluate": reEvaluate,
          /**
           * Used to detect `data` property values to inject.
           *
           * @memberOf _.templateSettings
           * @type {RegExp}
           */
          "interpolate": reInterpolate,
          /**
           * Used to reference the data object in the template text.
           *
           * @memberOf _.templateSettings
           * @type {string}
           */
          "variable": "",
          /**
           * Used to import variables into the compiled template.
           *
           * @memberOf _.templateSettings
           * @type {Object}
           */
          "imports": {
            /**
             * A reference to the `lodash` function.
             *
             * @memberOf _.templateSettings.imports
             * @type {Function}
             */
            "_": lodash2
          }
        };
        lodash2.prototype = baseLodash.prototype;
        lodash2.prototype.constructor = lodash2;
        LodashWrapper.prototype = baseCreate(baseLodash.prototype);
        LodashWrapper.prototype.constructor = LodashWrapper;
        function LazyWrapper(value) {
          this.__wrapped__ = value;
          this.__actions__ = [];
          this.__dir__ = 1;
          this.__filtered__ = false;
          this.__iteratees__ = [];
          this.__takeCount__ = MAX_ARRAY_LENGTH;
          this.__views__ = [];
        }
        function lazyClone() {
          var result2 = new LazyWrapper(this.__wrapped__);
          result2.__actions__ = copyArray(this.__actions__);
          result2.__dir__ = this.__dir__;
          result2.__filtered__ = this.__filtered__;
          result2.__iteratees__ = copyArray(this.__iteratees__);
          result2.__takeCount__ = this.__takeCount__;
          result2.__views__ = copyArray(this.__views__);
          return result2;
        }
        function lazyReverse() {
          if (this.__filtered__) {
            var result2 = new LazyWrapper(this);
            result2.__dir__ = -1;
            result2.__filtered__ = true;
          } else {
            result2 = this.clone();
            result2.__dir__ *= -1;
          }
          return result2;
        }
        function lazyValue() {
          var array = this.__wrapped__.value(), dir = this.__dir__, isArr = isArray(array), isRight = dir < 0, arrLength = isArr ? array.length : 0, view = getView(0, arrLength, this.__views__), start = view.start, end = view.end, length = end - start, index = isRight ? end : start - 1, iteratees = this.__iteratees__, iterLength = iteratees.length, resIndex = 0, takeCount = nativeMin(length, this.__takeCount__);
          if (!isArr || !isRight && arrLength == length && takeCount == length) {
            return baseWrapperValue(array, this.__actions__);
          }
          var result2 = [];
          outer:
            while (length-- && resIndex < takeCount) {
              index += dir;
              var iterIndex = -1, value = array[index];
              while (++iterIndex < iterLength) {
                var data = iteratees[iterIndex], iteratee2 = data.iteratee, type = data.type, computed = iteratee2(value);
                if (type == LAZY_MAP_FLAG) {
                  value = computed;
                } else if (!computed) {
                  if (type == LAZY_FILTER_FLAG) {
                    continue outer;
                  } else {
                    break outer;
                  }
                }
              }
              result2[resIndex++] = value;
            }
          return result2;
        }
        LazyWrapper.prototype = baseCreate(baseLodash.prototype);
        LazyWrapper.prototype.constructor = LazyWrapper;
        function Hash(entries) {
          var index = -1, length = entries == null ? 0 : entries.length;
          this.clear();
          while (++index < length) {
            var entry = entries[index];
            this.set(entry[0], entry[1]);
          }
        }
        function hashClear() {
          this.__data__ = nativeCreate ? nativeCreate(null) : {};
          this.size = 0;
        }
        function hashDelete(key) {
          var result2 = this.has(key) && delete this.__data__[key];
          this.size -= result2 ? 1 : 0;
          return result2;
        }
        function hashGet(key) {
          var data = this.__data__;
          if (nativeCreate) {
            var result2 = data[key];
            return result2 === HASH_UNDEFINED ? undefined2 : result2;
          }
          return hasOwnProperty.call(data, key) ? data[key] : undefined2;
        }
        function hashHas(key) {
          var data = this.__data__;
          return nativeCreate ? data[key] !== undefined2 : hasOwnProperty.call(data, key);
        }
        function hashSet(key, value) {
          var data = this.__data__;
          this.size += this.has(key) ? 0 : 1;
          data[key] = nativeCreate && value === undefined2 ? HASH_UNDEFINED : value;
          return this;
        }
        Hash.prototype.clear = hashClear;
        Hash.prototype["delete"] = hashDelete;
        Hash.prototype.get = hashGet;
        Hash.prototype.has = hashHas;
        Hash.prototype.set = hashSet;
        function ListCache(entries) {
          var index = -1, length = entries == null ? 0 : entries.length;
          this.clear();
          while (++index < length) {
            var entry = entries[index];
            this.set(entry[0], entry[1]);
          }
        }
        function listCacheClear() {
          this.__data__ = [];
          this.size = 0;
        }
        function listCacheDelete(key) {
          var data = this.__data__, index = assocIndexOf(data, key);
          if (index < 0) {
            return false;
          }
          var lastIndex = data.length - 1;
          if (index == lastIndex) {
            data.pop();
          } else {
            splice.call(data, index, 1);
          }
          --this.size;
          return true;
        }
        function listCacheGet(key) {
          var data = this.__data__, index = assocIndexOf(data, key);
          return index < 0 ? undefined2 : data[index][1];
        }
        function listCacheHas(key) {
          return assocIndexOf(this.__data__, key) > -1;
        }
        function listCacheSet(key, value) {
          var data = this.__data__, index = assocIndexOf(data, key);
          if (index < 0) {
            ++this.size;
            data.push([key, value]);
          } else {
            data[index][1] = value;
          }
          return this;
        }
        ListCache.prototype.clear = listCacheClear;
        ListCache.prototype["delete"] = listCacheDelete;
        ListCache.prototype.get = listCacheGet;
        ListCache.prototype.has = listCacheHas;
        ListCache.prototype.set = listCacheSet;
        function MapCache(entries) {
          var index = -1, length = entries == null ? 0 : entries.length;
          this.clear();
          while (++index < length) {
            var entry = entries[index];
            this.set(entry[0], entry[1]);
          }
        }
        function mapCacheClear() {
          this.size = 0;
          this.__data__ = {
            "hash": new Hash(),
            "map": new (Map2 || ListCache)(),
            "string": new Hash()
          };
        }
        function mapCacheDelete(key) {
          var result2 = getMapData(this, key)["delete"](key);
          this.size -= result2 ? 1 : 0;
          return result2;
        }
        function mapCacheGet(key) {
          return getMapData(this, key).get(key);
        }
        function mapCacheHas(key) {
          return getMapData(this, key).has(key);
        }
        function mapCacheSet(key, value) {
          var data = getMapData(this, key), size3 = data.size;
          data.set(key, value);
          this.size += data.size == size3 ? 0 : 1;
          return this;
        }
        MapCache.prototype.clear = mapCacheClear;
        MapCache.prototype["delete"] = mapCacheDelete;
        MapCache.prototype.get = mapCacheGet;
        MapCache.prototype.has = mapCacheHas;
        MapCache.prototype.set = mapCacheSet;
        function SetCache(values2) {
          var index = -1, length = values2 == null ? 0 : values2.length;
          this.__data__ = new MapCache();
          while (++index < length) {
            this.add(values2[index]);
          }
        }
        function setCacheAdd(value) {
          this.__data__.set(value, HASH_UNDEFINED);
          return this;
        }
        function setCacheHas(value) {
          return this.__data__.has(value);
        }
        SetCache.prototype.add = SetCache.prototype.push = setCacheAdd;
        SetCache.prototype.has = setCacheHas;
        function Stack(entries) {
          var data = this.__data__ = new ListCache(entries);
          this.size = data.size;
        }
        function stackClear() {
          this.__data__ = new ListCache();
          this.size = 0;
        }
        function stackDelete(key) {
          var data = this.__data__, result2 = data["delete"](key);
          this.size = data.size;
          return result2;
        }
        function stackGet(key) {
          return this.__data__.get(key);
        }
        function stackHas(key) {
          return this.__data__.has(key);
        }
        function stackSet(key, value) {
          var data = this.__data__;
          if (data instanceof ListCache) {
            var pairs = data.__data__;
            if (!Map2 || pairs.length < LARGE_ARRAY_SIZE - 1) {
              pairs.push([key, value]);
              this.size = ++data.size;
              return this;
            }
            data = this.__data__ = new MapCache(pairs);
          }
          data.set(key, value);
          this.size = data.size;
          return this;
        }
        Stack.prototype.clear = stackClear;
        Stack.prototype["delete"] = stackDelete;
        Stack.prototype.get = stackGet;
        Stack.prototype.has = stackHas;
        Stack.prototype.set = stackSet;
        function arrayLikeKeys(value, inherited) {
          var isArr = isArray(value), isArg = !isArr && isArguments(value), isBuff = !isArr && !isArg && isBuffer(value), isType = !isArr && !isArg && !isBuff && isTypedArray(value), skipIndexes = isArr || isArg || isBuff || isType, result2 = skipIndexes ? baseTimes(value.length, String2) : [], length = result2.length;
          for (var key in value) {
            if ((inherited || hasOwnProperty.call(value, key)) && !(skipIndexes && // Safari 9 has enumerable `arguments.length` in strict mode.
            (key == "length" || // Node.js 0.10 has enumerable non-index properties on buffers.
            isBuff && (key == "offset" || key == "parent") || // PhantomJS 2 has enumerable non-index properties on typed arrays.
            isType && (key == "buffer" || key == "byteLength" || key == "byteOffset") || // Skip index properties.
            isIndex(key, length)))) {
              result2.push(key);
            }
          }
          return result2;
        }
        function arraySample(array) {
          var length = array.length;
          return length ? array[baseRandom(0, length - 1)] : undefined2;
        }
        function arraySampleSize(array, n) {
          return shuffleSelf(copyArray(array), baseClamp(n, 0, array.length));
        }
        function arrayShuffle(array) {
          return shuffleSelf(copyArray(array));
        }
        function assignMergeValue(object, key, value) {
          if (value !== undefined2 && !eq(object[key], value) || value === undefined2 && !(key in object)) {
            baseAssignValue(object, key, value);
          }
        }
        function assignValue(object, key, value) {
          var objValue = object[key];
          if (!(hasOwnProperty.call(object, key) && eq(objValue, value)) || value === undefined2 && !(key in object)) {
            baseAssignValue(object, key, value);
          }
        }
        function assocIndexOf(array, key) {
          var length = array.length;
          while (length--) {
            if (eq(array[length][0], key)) {
              return length;
            }
          }
          return -1;
        }
        function baseAggregator(collection, setter, iteratee2, accumulator) {
          baseEach(collection, function(value, key, collection2) {
            setter(accumulator, value, iteratee2(value), collection2);
          });
          return accumulator;
        }
        function baseAssign(object, source) {
          return object && copyObject(source, keys(source), object);
        }
        function baseAssignIn(object, source) {
          return object && copyObject(source, keysIn(source), object);
        }
        function baseAssignValue(object, key, value) {
          if (key == "__proto__" && defineProperty) {
            defineProperty(object, key, {
              "configurable": true,
              "enumerable": true,
              "value": value,
              "writable": true
            });
          } else {
            object[key] = value;
          }
        }
        function baseAt(object, paths) {
          var index = -1, length = paths.length, result2 = Array2(length), skip = object == null;
          while (++index < length) {
            result2[index] = skip ? undefined2 : get(object, paths[index]);
          }
          return result2;
        }
        function baseClamp(number, lower, upper) {
          if (number === number) {
            if (upper !== undefined2) {
              number = number <= upper ? number : upper;
            }
            if (lower !== undefined2) {
              number = number >= lower ? number : lower;
            }
          }
          return number;
        }
        function baseClone(value, bitmask, customizer, key, object, stack) {
          var result2, isDeep = bitmask & CLONE_DEEP_FLAG, isFlat = bitmask & CLONE_FLAT_FLAG, isFull = bitmask & CLONE_SYMBOLS_FLAG;
          if (customizer) {
            result2 = object ? customizer(value, key, object, stack) : customizer(value);
          }
          if (result2 !== undefined2) {
            return result2;
          }
          if (!isObject(value)) {
            return value;
          }
          var isArr = isArray(value);
          if (isArr) {
            result2 = initCloneArray(value);
            if (!isDeep) {
              return copyArray(value, result2);
            }
          } else {
            var tag = getTag(value), isFunc = tag == funcTag || tag == genTag;
            if (isBuffer(value)) {
              return cloneBuffer(value, isDeep);
            }
            if (tag == objectTag || tag == argsTag || isFunc && !object) {
              result2 = isFlat || isFunc ? {} : initCloneObject(value);
              if (!isDeep) {
                return isFlat ? copySymbolsIn(value, baseAssignIn(result2, value)) : copySymbols(value, baseAssign(result2, value));
              }
            } else {
              if (!cloneableTags[tag]) {
                return object ? value : {};
              }
              result2 = initCloneByTag(value, tag, isDeep);
            }
          }
          stack || (stack = new Stack());
          var stacked = stack.get(value);
          if (stacked) {
            return stacked;
          }
          stack.set(value, result2);
          if (isSet(value)) {
            value.forEach(function(subValue) {
              result2.add(baseClone(subValue, bitmask, customizer, subValue, value, stack));
            });
          } else if (isMap(value)) {
            value.forEach(function(subValue, key2) {
              result2.set(key2, baseClone(subValue, bitmask, customizer, key2, value, stack));
            });
          }
          var keysFunc = isFull ? isFlat ? getAllKeysIn : getAllKeys : isFlat ? keysIn : keys;
          var props = isArr ? undefined2 : keysFunc(value);
          arrayEach(props || value, function(subValue, key2) {
            if (props) {
              key2 = subValue;
              subValue = value[key2];
            }
            assignValue(result2, key2, baseClone(subValue, bitmask, customizer, key2, value, stack));
          });
          return result2;
        }
        function baseConforms(source) {
          var props = keys(source);
          return function(object) {
            return baseConformsTo(object, source, props);
          };
        }
        function baseConformsTo(object, source, props) {
          var length = props.length;
          if (object == null) {
            return !length;
          }
          object = Object2(object);
          while (length--) {
            var key = props[length], predicate = source[key], value = object[key];
            if (value === undefined2 && !(key in object) || !predicate(value)) {
              return false;
            }
          }
          return true;
        }
        function baseDelay(func, wait, args) {
          if (typeof func != "function") {
            throw new TypeError2(FUNC_ERROR_TEXT);
          }
          return setTimeout2(function() {
            func.apply(undefined2, args);
          }, wait);
        }
        function baseDifference(array, values2, iteratee2, comparator) {
          var index = -1, includes2 = arrayIncludes, isCommon = true, length = array.length, result2 = [], valuesLength = values2.length;
          if (!length) {
            return result2;
          }
          if (iteratee2) {
            values2 = arrayMap(values2, baseUnary(iteratee2));
          }
          if (comparator) {
            includes2 = arrayIncludesWith;
            isCommon = false;
          } else if (values2.length >= LARGE_ARRAY_SIZE) {
            includes2 = cacheHas;
            isCommon = false;
            values2 = new SetCache(values2);
          }
          outer:
            while (++index < length) {
              var value = array[index], computed = iteratee2 == null ? value : iteratee2(value);
              value = comparator || value !== 0 ? value : 0;
              if (isCommon && computed === computed) {
                var valuesIndex = valuesLength;
                while (valuesIndex--) {
                  if (values2[valuesIndex] === computed) {
                    continue outer;
                  }
                }
                result2.push(value);
              } else if (!includes2(values2, computed, comparator)) {
                result2.push(value);
              }
            }
          return result2;
        }
        var baseEach = createBaseEach(baseForOwn);
        var baseEachRight = createBaseEach(baseForOwnRight, true);
        function baseEvery(collection, predicate) {
          var result2 = true;
          baseEach(collection, function(value, index, collection2) {
            result2 = !!predicate(value, index, collection2);
            return result2;
          });
          return result2;
        }
        function baseExtremum(array, iteratee2, comparator) {
          var index = -1, length = array.length;
          while (++index < length) {
            var value = array[index], current = iteratee2(value);
            if (current != null && (computed === undefined2 ? current === current && !isSymbol(current) : comparator(current, computed))) {
              var computed = current, result2 = value;
            }
          }
          return result2;
        }
        function baseFill(array, value, start, end) {
          var length = array.length;
          start = toInteger(start);
          if (start < 0) {
            start = -start > length ? 0 : length + start;
          }
          end = end === undefined2 || end > length ? length : toInteger(end);
          if (end < 0) {
            end += length;
          }
          end = start > end ? 0 : toLength(end);
          while (start < end) {
            array[start++] = value;
          }
          return array;
        }
        function baseFilter(collection, predicate) {
          var result2 = [];
          baseEach(collection, function(value, index, collection2) {
            if (predicate(value, index, collection2)) {
              result2.push(value);
            }
          });
          return result2;
        }
        function baseFlatten(array, depth, predicate, isStrict, result2) {
          var index = -1, length = array.length;
          predicate || (predicate = isFlattenable);
          result2 || (result2 = []);
          while (++index < length) {
            var value = array[index];
            if (depth > 0 && predicate(value)) {
              if (depth > 1) {
                baseFlatten(value, depth - 1, predicate, isStrict, result2);
              } else {
                arrayPush(result2, value);
              }
            } else if (!isStrict) {
              result2[result2.length] = value;
            }
          }
          return result2;
        }
        var baseFor = createBaseFor();
        var baseForRight = createBaseFor(true);
        function baseForOwn(object, iteratee2) {
          return object && baseFor(object, iteratee2, keys);
        }
        function baseForOwnRight(object, iteratee2) {
          return object && baseForRight(object, iteratee2, keys);
        }
        function baseFunctions(object, props) {
          return arrayFilter(props, function(key) {
            return isFunction(object[key]);
          });
        }
        function baseGet(object, path) {
          path = castPath(path, object);
          var index = 0, length = path.length;
          while (object != null && index < length) {
            object = object[toKey(path[index++])];
          }
          return index && index == length ? object : undefined2;
        }
        function baseGetAllKeys(object, keysFunc, symbolsFunc) {
          var result2 = keysFunc(object);
          return isArray(object) ? result2 : arrayPush(result2, symbolsFunc(object));
        }
        function baseGetTag(value) {
          if (value == null) {
            return value === undefined2 ? undefinedTag : nullTag;
          }
          return symToStringTag && symToStringTag in Object2(value) ? getRawTag(value) : objectToString(value);
        }
        function baseGt(value, other) {
          return value > other;
        }
        function baseHas(object, key) {
          return object != null && hasOwnProperty.call(object, key);
        }
        function baseHasIn(object, key) {
          return object != null && key in Object2(object);
        }
        function baseInRange(number, start, end) {
          return number >= nativeMin(start, end) && number < nativeMax(start, end);
        }
        function baseIntersection(arrays, iteratee2, comparator) {
          var includes2 = comparator ? arrayIncludesWith : arrayIncludes, length = arrays[0].length, othLength = arrays.length, othIndex = othLength, caches = Array2(othLength), maxLength = Infinity, result2 = [];
          while (othIndex--) {
            var array = arrays[othIndex];
            if (othIndex && iteratee2) {
              array = arrayMap(array, baseUnary(iteratee2));
            }
            maxLength = nativeMin(array.length, maxLength);
            caches[othIndex] = !comparator && (iteratee2 || length >= 120 && array.length >= 120) ? new SetCache(othIndex && array) : undefined2;
          }
          array = arrays[0];
          var index = -1, seen = caches[0];
          outer:
            while (++index < length && result2.length < maxLength) {
              var value = array[index], computed = iteratee2 ? iteratee2(value) : value;
              value = comparator || value !== 0 ? value : 0;
              if (!(seen ? cacheHas(seen, computed) : includes2(result2, computed, comparator))) {
                othIndex = othLength;
                while (--othIndex) {
                  var cache = caches[othIndex];
                  if (!(cache ? cacheHas(cache, computed) : includes2(arrays[othIndex], computed, comparator))) {
                    continue outer;
                  }
                }
                if (seen) {
                  seen.push(computed);
                }
                result2.push(value);
              }
            }
          return result2;
        }
        function baseInverter(object, setter, iteratee2, accumulator) {
          baseForOwn(object, function(value, key, object2) {
            setter(accumulator, iteratee2(value), key, object2);
          });
          return accumulator;
        }
        function baseInvoke(object, path, args) {
          path = castPath(path, object);
          object = parent(object, path);
          var func = object == null ? object : object[toKey(last(path))];
          return func == null ? undefined2 : apply(func, object, args);
        }
        function baseIsArguments(value) {
          return isObjectLike(value) && baseGetTag(value) == argsTag;
        }
        function baseIsArrayBuffer(value) {
          return isObjectLike(value) && baseGetTag(value) == arrayBufferTag;
        }
        function baseIsDate(value) {
          return isObjectLike(value) && baseGetTag(value) == dateTag;
        }
        function baseIsEqual(value, other, bitmask, customizer, stack) {
          if (value === other) {
            return true;
          }
          if (value == null || other == null || !isObjectLike(value) && !isObjectLike(other)) {
            return value !== value && other !== other;
          }
          return baseIsEqualDeep(value, other, bitmask, customizer, baseIsEqual, stack);
        }
        function baseIsEqualDeep(object, other, bitmask, customizer, equalFunc, stack) {
          var objIsArr = isArray(object), othIsArr = isArray(other), objTag = objIsArr ? arrayTag : getTag(object), othTag = othIsArr ? arrayTag : getTag(other);
          objTag = objTag == argsTag ? objectTag : objTag;
          othTag = othTag == argsTag ? objectTag : othTag;
          var objIsObj = objTag == objectTag, othIsObj = othTag == objectTag, isSameTag = objTag == othTag;
          if (isSameTag && isBuffer(object)) {
            if (!isBuffer(other)) {
              return false;
            }
            objIsArr = true;
            objIsObj = false;
          }
          if (isSameTag && !objIsObj) {
            stack || (stack = new Stack());
            return objIsArr || isTypedArray(object) ? equalArrays(object, other, bitmask, customizer, equalFunc, stack) : equalByTag(object, other, objTag, bitmask, customizer, equalFunc, stack);
          }
          if (!(bitmask & COMPARE_PARTIAL_FLAG)) {
            var objIsWrapped = objIsObj && hasOwnProperty.call(object, "__wrapped__"), othIsWrapped = othIsObj && hasOwnProperty.call(other, "__wrapped__");
            if (objIsWrapped || othIsWrapped) {
              var objUnwrapped = objIsWrapped ? object.value() : object, othUnwrapped = othIsWrapped ? other.value() : other;
              stack || (stack = new Stack());
              return equalFunc(objUnwrapped, othUnwrapped, bitmask, customizer, stack);
            }
          }
          if (!isSameTag) {
            return false;
          }
          stack || (stack = new Stack());
          return equalObjects(object, other, bitmask, customizer, equalFunc, stack);
        }
        function baseIsMap(value) {
          return isObjectLike(value) && getTag(value) == mapTag;
        }
        function baseIsMatch(object, source, matchData, customizer) {
          var index = matchData.length, length = index, noCustomizer = !customizer;
          if (object == null) {
            return !length;
          }
          object = Object2(object);
          while (index--) {
            var data = matchData[index];
            if (noCustomizer && data[2] ? data[1] !== object[data[0]] : !(data[0] in object)) {
              return false;
            }
          }
          while (++index < length) {
            data = matchData[index];
            var key = data[0], objValue = object[key], srcValue = data[1];
            if (noCustomizer && data[2]) {
              if (objValue === undefined2 && !(key in object)) {
                return false;
              }
            } else {
              var stack = new Stack();
              if (customizer) {
                var result2 = customizer(objValue, srcValue, key, object, source, stack);
              }
              if (!(result2 === undefined2 ? baseIsEqual(srcValue, objValue, COMPARE_PARTIAL_FLAG | COMPARE_UNORDERED_FLAG, customizer, stack) : result2)) {
                return false;
              }
            }
          }
          return true;
        }
        function baseIsNative(value) {
          if (!isObject(value) || isMasked(value)) {
            return false;
          }
          var pattern2 = isFunction(value) ? reIsNative : reIsHostCtor;
          return pattern2.test(toSource(value));
        }
        function baseIsRegExp(value) {
          return isObjectLike(value) && baseGetTag(value) == regexpTag;
        }
        function baseIsSet(value) {
          return isObjectLike(value) && getTag(value) == setTag;
        }
        function baseIsTypedArray(value) {
          return isObjectLike(value) && isLength(value.length) && !!typedArrayTags[baseGetTag(value)];
        }
        function baseIteratee(value) {
          if (typeof value == "function") {
            return value;
          }
          if (value == null) {
            return identity;
          }
          if (typeof value == "object") {
            return isArray(value) ? baseMatchesProperty(value[0], value[1]) : baseMatches(value);
          }
          return property(value);
        }
        function baseKeys(object) {
          if (!isPrototype(object)) {
            return nativeKeys(object);
          }
          var result2 = [];
          for (var key in Object2(object)) {
            if (hasOwnProperty.call(object, key) && key != "constructor") {
              result2.push(key);
            }
          }
          return result2;
        }
        function baseKeysIn(object) {
          if (!isObject(object)) {
            return nativeKeysIn(object);
          }
          var isProto = isPrototype(object), result2 = [];
          for (var key in object) {
            if (!(key == "constructor" && (isProto || !hasOwnProperty.call(object, key)))) {
              result2.push(key);
            }
          }
          return result2;
        }
        function baseLt(value, other) {
          return value < other;
        }
        function baseMap(collection, iteratee2) {
          var index = -1, result2 = isArrayLike(collection) ? Array2(collection.length) : [];
          baseEach(collection, function(value, key, collection2) {
            result2[++index] = iteratee2(value, key, collection2);
          });
          return result2;
        }
        function baseMatches(source) {
          var matchData = getMatchData(source);
          if (matchData.length == 1 && matchData[0][2]) {
            return matchesStrictComparable(matchData[0][0], matchData[0][1]);
          }
          return function(object) {
            return object === source || baseIsMatch(object, source, matchData);
          };
        }
        function baseMatchesProperty(path, srcValue) {
          if (isKey(path) && isStrictComparable(srcValue)) {
            return matchesStrictComparable(toKey(path), srcValue);
          }
          return function(object) {
            var objValue = get(object, path);
            return objValue === undefined2 && objValue === srcValue ? hasIn(object, path) : baseIsEqual(srcValue, objValue, COMPARE_PARTIAL_FLAG | COMPARE_UNORDERED_FLAG);
          };
        }
        function baseMerge(object, source, srcIndex, customizer, stack) {
          if (object === source) {
            return;
          }
          baseFor(source, function(srcValue, key) {
            stack || (stack = new Stack());
            if (isObject(srcValue)) {
              baseMergeDeep(object, source, key, srcIndex, baseMerge, customizer, stack);
            } else {
              var newValue = customizer ? customizer(safeGet(object, key), srcValue, key + "", object, source, stack) : undefined2;
              if (newValue === undefined2) {
                newValue = srcValue;
              }
              assignMergeValue(object, key, newValue);
            }
          }, keysIn);
        }
        function baseMergeDeep(object, source, key, srcIndex, mergeFunc, customizer, stack) {
          var objValue = safeGet(object, key), srcValue = safeGet(source, key), stacked = stack.get(srcValue);
          if (stacked) {
            assignMergeValue(object, key, stacked);
            return;
          }
          var newValue = customizer ? customizer(objValue, srcValue, key + "", object, source, stack) : undefined2;
          var isCommon = newValue === undefined2;
          if (isCommon) {
            var isArr = isArray(srcValue), isBuff = !isArr && isBuffer(srcValue), isTyped = !isArr && !isBuff && isTypedArray(srcValue);
            newValue = srcValue;
            if (isArr || isBuff || isTyped) {
              if (isArray(objValue)) {
                newValue = objValue;
              } else if (isArrayLikeObject(objValue)) {
                newValue = copyArray(objValue);
              } else if (isBuff) {
                isCommon = false;
                newValue = cloneBuffer(srcValue, true);
              } else if (isTyped) {
                isCommon = false;
                newValue = cloneTypedArray(srcValue, true);
              } else {
                newValue = [];
              }
            } else if (isPlainObject(srcValue) || isArguments(srcValue)) {
              newValue = objValue;
              if (isArguments(objValue)) {
                newValue = toPlainObject(objValue);
              } else if (!isObject(objValue) || isFunction(objValue)) {
                newValue = initCloneObject(srcValue);
              }
            } else {
              isCommon = false;
            }
          }
          if (isCommon) {
            stack.set(srcValue, newValue);
            mergeFunc(newValue, srcValue, srcIndex, customizer, stack);
            stack["delete"](srcValue);
          }
          assignMergeValue(object, key, newValue);
        }
        function baseNth(array, n) {
          var length = array.length;
          if (!length) {
            return;
          }
          n += n < 0 ? length : 0;
          return isIndex(n, length) ? array[n] : undefined2;
        }
        function baseOrderBy(collection, iteratees, orders) {
          if (iteratees.length) {
            iteratees = arrayMap(iteratees, function(iteratee2) {
              if (isArray(iteratee2)) {
                return function(value) {
                  return baseGet(value, iteratee2.length === 1 ? iteratee2[0] : iteratee2);
                };
              }
              return iteratee2;
            });
          } else {
            iteratees = [identity];
          }
          var index = -1;
          iteratees = arrayMap(iteratees, baseUnary(getIteratee()));
          var result2 = baseMap(collection, function(value, key, collection2) {
            var criteria = arrayMap(iteratees, function(iteratee2) {
              return iteratee2(value);
            });
            return { "criteria": criteria, "index": ++index, "value": value };
          });
          return baseSortBy(result2, function(object, other) {
            return compareMultiple(object, other, orders);
          });
        }
        function basePick(object, paths) {
          return basePickBy(object, paths, function(value, path) {
            return hasIn(object, path);
          });
        }
        function basePickBy(object, paths, predicate) {
          var index = -1, length = paths.length, result2 = {};
          while (++index < length) {
            var path = paths[index], value = baseGet(object, path);
            if (predicate(value, path)) {
              baseSet(result2, castPath(path, object), value);
            }
          }
          return result2;
        }
        function basePropertyDeep(path) {
          return function(object) {
            return baseGet(object, path);
          };
        }
        function basePullAll(array, values2, iteratee2, comparator) {
          var indexOf2 = comparator ? baseIndexOfWith : baseIndexOf, index = -1, length = values2.length, seen = array;
          if (array === values2) {
            values2 = copyArray(values2);
          }
          if (iteratee2) {
            seen = arrayMap(array, baseUnary(iteratee2));
          }
          while (++index < length) {
            var fromIndex = 0, value = values2[index], computed = iteratee2 ? iteratee2(value) : value;
            while ((fromIndex = indexOf2(seen, computed, fromIndex, comparator)) > -1) {
              if (seen !== array) {
                splice.call(seen, fromIndex, 1);
              }
              splice.call(array, fromIndex, 1);
            }
          }
          return array;
        }
        function basePullAt(array, indexes) {
          var length = array ? indexes.length : 0, lastIndex = length - 1;
          while (length--) {
            var index = indexes[length];
            if (length == lastIndex || index !== previous) {
              var previous = index;
              if (isIndex(index)) {
                splice.call(array, index, 1);
              } else {
                baseUnset(array, index);
              }
            }
          }
          return array;
        }
        function baseRandom(lower, upper) {
          return lower + nativeFloor(nativeRandom() * (upper - lower + 1));
        }
        function baseRange(start, end, step, fromRight) {
          var index = -1, length = nativeMax(nativeCeil((end - start) / (step || 1)), 0), result2 = Array2(length);
          while (length--) {
            result2[fromRight ? length : ++index] = start;
            start += step;
          }
          return result2;
        }
        function baseRepeat(string, n) {
          var result2 = "";
          if (!string || n < 1 || n > MAX_SAFE_INTEGER) {
            return result2;
          }
          do {
            if (n % 2) {
              result2 += string;
            }
            n = nativeFloor(n / 2);
            if (n) {
              string += string;
            }
          } while (n);
          return result2;
        }
        function baseRest(func, start) {
          return setToString(overRest(func, start, identity), func + "");
        }
        function baseSample(collection) {
          return arraySample(values(collection));
        }
        function baseSampleSize(collection, n) {
          var array = values(collection);
          return shuffleSelf(array, baseClamp(n, 0, array.length));
        }
        function baseSet(object, path, value, customizer) {
          if (!isObject(object)) {
            return object;
          }
          path = castPath(path, object);
          var index = -1, length = path.length, lastIndex = length - 1, nested = object;
          while (nested != null && ++index < length) {
            var key = toKey(path[index]), newValue = value;
            if (key === "__proto__" || key === "constructor" || key === "prototype") {
              return object;
            }
            if (index != lastIndex) {
              var objValue = nested[key];
              newValue = customizer ? customizer(objValue, key, nested) : undefined2;
              if (newValue === undefined2) {
                newValue = isObject(objValue) ? objValue : isIndex(path[index + 1]) ? [] : {};
              }
            }
            assignValue(nested, key, newValue);
            nested = nested[key];
          }
          return object;
        }
        var baseSetData = !metaMap ? identity : function(func, data) {
          metaMap.set(func, data);
          return func;
        };
        var baseSetToString = !defineProperty ? identity : function(func, string) {
          return defineProperty(func, "toString", {
            "configurable": true,
            "enumerable": false,
            "value": constant(string),
            "writable": true
          });
        };
        function baseShuffle(collection) {
          return shuffleSelf(values(collection));
        }
        function baseSlice(array, start, end) {
          var index = -1, length = array.length;
          if (start < 0) {
            start = -start > length ? 0 : length + start;
          }
          end = end > length ? length : end;
          if (end < 0) {
            end += length;
          }
          length = start > end ? 0 : end - start >>> 0;
          start >>>= 0;
          var result2 = Array2(length);
          while (++index < length) {
            result2[index] = array[index + start];
          }
          return result2;
        }
        function baseSome(collection, predicate) {
          var result2;
          baseEach(collection, function(value, index, collection2) {
            result2 = predicate(value, index, collection2);
            return !result2;
          });
          return !!result2;
        }
        function baseSortedIndex(array, value, retHighest) {
          var low = 0, high = array == null ? low : array.length;
          if (typeof value == "number" && value === value && high <= HALF_MAX_ARRAY_LENGTH) {
            while (low < high) {
              var mid = low + high >>> 1, computed = array[mid];
              if (computed !== null && !isSymbol(computed) && (retHighest ? computed <= value : computed < value)) {
                low = mid + 1;
              } else {
                high = mid;
              }
            }
            return high;
          }
          return baseSortedIndexBy(array, value, identity, retHighest);
        }
        function baseSortedIndexBy(array, value, iteratee2, retHighest) {
          var low = 0, high = array == null ? 0 : array.length;
          if (high === 0) {
            return 0;
          }
          value = iteratee2(value);
          var valIsNaN = value !== value, valIsNull = value === null, valIsSymbol = isSymbol(value), valIsUndefined = value === undefined2;
          while (low < high) {
            var mid = nativeFloor((low + high) / 2), computed = iteratee2(array[mid]), othIsDefined = computed !== undefined2, othIsNull = computed === null, othIsReflexive = computed === computed, othIsSymbol = isSymbol(computed);
            if (valIsNaN) {
              var setLow = retHighest || othIsReflexive;
            } else if (valIsUndefined) {
              setLow = othIsReflexive && (retHighest || othIsDefined);
            } else if (valIsNull) {
              setLow = othIsReflexive && othIsDefined && (retHighest || !othIsNull);
            } else if (valIsSymbol) {
              setLow = othIsReflexive && othIsDefined && !othIsNull && (retHighest || !othIsSymbol);
            } else if (othIsNull || othIsSymbol) {
              setLow = false;
            } else {
              setLow = retHighest ? computed <= value : computed < value;
            }
            if (setLow) {
              low = mid + 1;
            } else {
              high = mid;
            }
          }
          return nativeMin(high, MAX_ARRAY_INDEX);
        }
        function baseSortedUniq(array, iteratee2) {
          var index = -1, length = array.length, resIndex = 0, result2 = [];
          while (++index < length) {
            var value = array[index], computed = iteratee2 ? iteratee2(value) : value;
            if (!index || !eq(computed, seen)) {
              var seen = computed;
              result2[resIndex++] = value === 0 ? 0 : value;
            }
          }
          return result2;
        }
        function baseToNumber(value) {
          if (typeof value == "number") {
            return value;
          }
          if (isSymbol(value)) {
            return NAN;
          }
          return +value;
        }
        function baseToString(value) {
          if (typeof value == "string") {
            return value;
          }
          if (isArray(value)) {
            return arrayMap(value, baseToString) + "";
          }
          if (isSymbol(value)) {
            return symbolToString ? symbolToString.call(value) : "";
          }
          var result2 = value + "";
          return result2 == "0" && 1 / value == -INFINITY ? "-0" : result2;
        }
        function baseUniq(array, iteratee2, comparator) {
          var index = -1, includes2 = arrayIncludes, length = array.length, isCommon = true, result2 = [], seen = result2;
          if (comparator) {
            isCommon = false;
            includes2 = arrayIncludesWith;
          } else if (length >= LARGE_ARRAY_SIZE) {
            var set2 = iteratee2 ? null : createSet(array);
            if (set2) {
              return setToArray(set2);
            }
            isCommon = false;
            includes2 = cacheHas;
            seen = new SetCache();
          } else {
            seen = iteratee2 ? [] : result2;
          }
          outer:
            while (++index < length) {
              var value = array[index], computed = iteratee2 ? iteratee2(value) : value;
              value = comparator || value !== 0 ? value : 0;
              if (isCommon && computed === computed) {
                var seenIndex = seen.length;
                while (seenIndex--) {
                  if (seen[seenIndex] === computed) {
                    continue outer;
                  }
                }
                if (iteratee2) {
                  seen.push(computed);
                }
                result2.push(value);
              } else if (!includes2(seen, computed, comparator)) {
                if (seen !== result2) {
                  seen.push(computed);
                }
                result2.push(value);
              }
            }
          return result2;
        }
        function baseUnset(object, path) {
          path = castPath(path, object);
          var index = -1, length = path.length;
          if (!length) {
            return true;
          }
          while (++index < length) {
            var key = toKey(path[index]);
            if (key === "__proto__" && !hasOwnProperty.call(object, "__proto__")) {
              return false;
            }
            if ((key === "constructor" || key === "prototype") && index < length - 1) {
              return false;
            }
          }
          var obj = parent(object, path);
          return obj == null || delete obj[toKey(last(path))];
        }
        function baseUpdate(object, path, updater, customizer) {
          return baseSet(object, path, updater(baseGet(object, path)), customizer);
        }
        function baseWhile(array, predicate, isDrop, fromRight) {
          var length = array.length, index = fromRight ? length : -1;
          while ((fromRight ? index-- : ++index < length) && predicate(array[index], index, array)) {
          }
          return isDrop ? baseSlice(array, fromRight ? 0 : index, fromRight ? index + 1 : length) : baseSlice(array, fromRight ? index + 1 : 0, fromRight ? length : index);
        }
        function baseWrapperValue(value, actions) {
          var result2 = value;
          if (result2 instanceof LazyWrapper) {
            result2 = result2.value();
          }
          return arrayReduce(actions, function(result3, action) {
            return action.func.apply(action.thisArg, arrayPush([result3], action.args));
          }, result2);
        }
        function baseXor(arrays, iteratee2, comparator) {
          var length = arrays.length;
          if (length < 2) {
            return length ? baseUniq(arrays[0]) : [];
          }
          var index = -1, result2 = Array2(length);
          while (++index < length) {
            var array = arrays[index], othIndex = -1;
            while (++othIndex < length) {
              if (othIndex != index) {
                result2[index] = baseDifference(result2[index] || array, arrays[othIndex], iteratee2, comparator);
              }
            }
          }
          return baseUniq(baseFlatten(result2, 1), iteratee2, comparator);
        }
        function baseZipObject(props, values2, assignFunc) {
          var index = -1, length = props.length, valsLength = values2.length, result2 = {};
          while (++index < length) {
            var value = index < valsLength ? values2[index] : undefined2;
            assignFunc(result2, props[index], value);
          }
          return result2;
        }
        function castArrayLikeObject(value) {
          return isArrayLikeObject(value) ? value : [];
        }
        function castFunction(value) {
          return typeof value == "function" ? value : identity;
        }
        function castPath(value, object) {
          if (isArray(value)) {
            return value;
          }
          return isKey(value, object) ? [value] : stringToPath(toString(value));
        }
        var castRest = baseRest;
        function castSlice(array, start, end) {
          var length = array.length;
          end = end === undefined2 ? length : end;
          return !start && end >= length ? array : baseSlice(array, start, end);
        }
        var clearTimeout2 = ctxClearTimeout || function(id) {
          return root.clearTimeout(id);
        };
        function cloneBuffer(buffer, isDeep) {
          if (isDeep) {
            return buffer.slice();
          }
          var length = buffer.length, result2 = allocUnsafe ? allocUnsafe(length) : new buffer.constructor(length);
          buffer.copy(result2);
          return result2;
        }
        function cloneArrayBuffer(arrayBuffer) {
          var result2 = new arrayBuffer.constructor(arrayBuffer.byteLength);
          new Uint8Array2(result2).set(new Uint8Array2(arrayBuffer));
          return result2;
        }
        function cloneDataView(dataView, isDeep) {
          var buffer = isDeep ? cloneArrayBuffer(dataView.buffer) : dataView.buffer;
          return new dataView.constructor(buffer, dataView.byteOffset, dataView.byteLength);
        }
        function cloneRegExp(regexp) {
          var result2 = new regexp.constructor(regexp.source, reFlags.exec(regexp));
          result2.lastIndex = regexp.lastIndex;
          return result2;
        }
        function cloneSymbol(symbol) {
          return symbolValueOf ? Object2(symbolValueOf.call(symbol)) : {};
        }
        function cloneTypedArray(typedArray, isDeep) {
          var buffer = isDeep ? cloneArrayBuffer(typedArray.buffer) : typedArray.buffer;
          return new typedArray.constructor(buffer, typedArray.byteOffset, typedArray.length);
        }
        function compareAscending(value, other) {
          if (value !== other) {
            var valIsDefined = value !== undefined2, valIsNull = value === null, valIsReflexive = value === value, valIsSymbol = isSymbol(value);
            var othIsDefined = other !== undefined2, othIsNull = other === null, othIsReflexive = other === other, othIsSymbol = isSymbol(other);
            if (!othIsNull && !othIsSymbol && !valIsSymbol && value > other || valIsSymbol && othIsDefined && othIsReflexive && !othIsNull && !othIsSymbol || valIsNull && othIsDefined && othIsReflexive || !valIsDefined && othIsReflexive || !valIsReflexive) {
              return 1;
            }
            if (!valIsNull && !valIsSymbol && !othIsSymbol && value < other || othIsSymbol && valIsDefined && valIsReflexive && !valIsNull && !valIsSymbol || othIsNull && valIsDefined && valIsReflexive || !othIsDefined && valIsReflexive || !othIsReflexive) {
              return -1;
            }
          }
          return 0;
        }
        function compareMultiple(object, other, orders) {
          var index = -1, objCriteria = object.criteria, othCriteria = other.criteria, length = objCriteria.length, ordersLength = orders.length;
          while (++index < length) {
            var result2 = compareAscending(objCriteria[index], othCriteria[index]);
            if (result2) {
              if (index >= ordersLength) {
                return result2;
              }
              var order = orders[index];
              return result2 * (order == "desc" ? -1 : 1);
            }
          }
          return object.index - other.index;
        }
        function composeArgs(args, partials, holders, isCurried) {
          var argsIndex = -1, argsLength = args.length, holdersLength = holders.length, leftIndex = -1, leftLength = partials.length, rangeLength = nativeMax(argsLength - holdersLength, 0), result2 = Array2(leftLength + rangeLength), isUncurried = !isCurried;
          while (++leftIndex < leftLength) {
            result2[leftIndex] = partials[leftIndex];
          }
          while (++argsIndex < holdersLength) {
            if (isUncurried || argsIndex < argsLength) {
              result2[holders[argsIndex]] = args[argsIndex];
            }
          }
          while (rangeLength--) {
            result2[leftIndex++] = args[argsIndex++];
          }
          return result2;
        }
        function composeArgsRight(args, partials, holders, isCurried) {
          var argsIndex = -1, argsLength = args.length, holdersIndex = -1, holdersLength = holders.length, rightIndex = -1, rightLength = partials.length, rangeLength = nativeMax(argsLength - holdersLength, 0), result2 = Array2(rangeLength + rightLength), isUncurried = !isCurried;
          while (++argsIndex < rangeLength) {
            result2[argsIndex] = args[argsIndex];
          }
          var offset = argsIndex;
          while (++rightIndex < rightLength) {
            result2[offset + rightIndex] = partials[rightIndex];
          }
          while (++holdersIndex < holdersLength) {
            if (isUncurried || argsIndex < argsLength) {
              result2[offset + holders[holdersIndex]] = args[argsIndex++];
            }
          }
          return result2;
        }
        function copyArray(source, array) {
          var index = -1, length = source.length;
          array || (array = Array2(length));
          while (++index < length) {
            array[index] = source[index];
          }
          return array;
        }
        function copyObject(source, props, object, customizer) {
          var isNew = !object;
          object || (object = {});
          var index = -1, length = props.length;
          while (++index < length) {
            var key = props[index];
            var newValue = customizer ? customizer(object[key], source[key], key, object, source) : undefined2;
            if (newValue === undefined2) {
              newValue = source[key];
            }
            if (isNew) {
              baseAssignValue(object, key, newValue);
            } else {
              assignValue(object, key, newValue);
            }
          }
          return object;
        }
        function copySymbols(source, object) {
          return copyObject(source, getSymbols(source), object);
        }
        function copySymbolsIn(source, object) {
          return copyObject(source, getSymbolsIn(source), object);
        }
        function createAggregator(setter, initializer) {
          return function(collection, iteratee2) {
            var func = isArray(collection) ? arrayAggregator : baseAggregator, accumulator = initializer ? initializer() : {};
            return func(collection, setter, getIteratee(iteratee2, 2), accumulator);
          };
        }
        function createAssigner(assigner) {
          return baseRest(function(object, sources) {
            var index = -1, length = sources.length, customizer = length > 1 ? sources[length - 1] : undefined2, guard = length > 2 ? sources[2] : undefined2;
            customizer = assigner.length > 3 && typeof customizer == "function" ? (length--, customizer) : undefined2;
            if (guard && isIterateeCall(sources[0], sources[1], guard)) {
              customizer = length < 3 ? undefined2 : customizer;
              length = 1;
            }
            object = Object2(object);
            while (++index < length) {
              var source = sources[index];
              if (source) {
                assigner(object, source, index, customizer);
              }
            }
            return object;
          });
        }
        function createBaseEach(eachFunc, fromRight) {
          return function(collection, iteratee2) {
            if (collection == null) {
              return collection;
            }
            if (!isArrayLike(collection)) {
              return eachFunc(collection, iteratee2);
            }
            var length = collection.length, index = fromRight ? length : -1, iterable = Object2(collection);
            while (fromRight ? index-- : ++index < length) {
              if (iteratee2(iterable[index], index, iterable) === false) {
                break;
              }
            }
            return collection;
          };
        }
        function createBaseFor(fromRight) {
          return function(object, iteratee2, keysFunc) {
            var index = -1, iterable = Object2(object), props = keysFunc(object), length = props.length;
            while (length--) {
              var key = props[fromRight ? length : ++index];
              if (iteratee2(iterable[key], key, iterable) === false) {
                break;
              }
            }
            return object;
          };
        }
        function createBind(func, bitmask, thisArg) {
          var isBind = bitmask & WRAP_BIND_FLAG, Ctor = createCtor(func);
          function wrapper() {
            var fn = this && this !== root && this instanceof wrapper ? Ctor : func;
            return fn.apply(isBind ? thisArg : this, arguments);
          }
          return wrapper;
        }
        function createCaseFirst(methodName) {
          return function(string) {
            string = toString(string);
            var strSymbols = hasUnicode(string) ? stringToArray(string) : undefined2;
            var chr = strSymbols ? strSymbols[0] : string.charAt(0);
            var trailing = strSymbols ? castSlice(strSymbols, 1).join("") : string.slice(1);
            return chr[methodName]() + trailing;
          };
        }
        function createCompounder(callback) {
          return function(string) {
            return arrayReduce(words(deburr(string).replace(reApos, "")), callback, "");
          };
        }
        function createCtor(Ctor) {
          return function() {
            var args = arguments;
            switch (args.length) {
              case 0:
                return new Ctor();
              case 1:
                return new Ctor(args[0]);
              case 2:
                return new Ctor(args[0], args[1]);
              case 3:
                return new Ctor(args[0], args[1], args[2]);
              case 4:
                return new Ctor(args[0], args[1], args[2], args[3]);
              case 5:
                return new Ctor(args[0], args[1], args[2], args[3], args[4]);
              case 6:
                return new Ctor(args[0], args[1], args[2], args[3], args[4], args[5]);
              case 7:
                return new Ctor(args[0], args[1], args[2], args[3], args[4], args[5], args[6]);
            }
            var thisBinding = baseCreate(Ctor.prototype), result2 = Ctor.apply(thisBinding, args);
            return isObject(result2) ? result2 : thisBinding;
          };
        }
        function createCurry(func, bitmask, arity) {
          var Ctor = createCtor(func);
          function wrapper() {
            var length = arguments.length, args = Array2(length), index = length, placeholder = getHolder(wrapper);
            while (index--) {
              args[index] = arguments[index];
            }
            var holders = length < 3 && args[0] !== placeholder && args[length - 1] !== placeholder ? [] : replaceHolders(args, placeholder);
            length -= holders.length;
            if (length < arity) {
              return createRecurry(
                func,
                bitmask,
                createHybrid,
                wrapper.placeholder,
                undefined2,
                args,
                holders,
                undefined2,
                undefined2,
                arity - length
              );
            }
            var fn = this && this !== root && this instanceof wrapper ? Ctor : func;
            return apply(fn, this, args);
          }
          return wrapper;
        }
        function createFind(findIndexFunc) {
          return function(collection, predicate, fromIndex) {
            var iterable = Object2(collection);
            if (!isArrayLike(collection)) {
              var iteratee2 = getIteratee(predicate, 3);
              collection = keys(collection);
              predicate = function(key) {
                return iteratee2(iterable[key], key, iterable);
              };
            }
            var index = findIndexFunc(collection, predicate, fromIndex);
            return index > -1 ? iterable[iteratee2 ? collection[index] : index] : undefined2;
          };
        }
        function createFlow(fromRight) {
          return flatRest(function(funcs) {
            var length = funcs.length, index = length, prereq = LodashWrapper.prototype.thru;
            if (fromRight) {
              funcs.reverse();
            }
            while (index--) {
              var func = funcs[index];
              if (typeof func != "function") {
                throw new TypeError2(FUNC_ERROR_TEXT);
              }
              if (prereq && !wrapper && getFuncName(func) == "wrapper") {
                var wrapper = new LodashWrapper([], true);
              }
            }
            index = wrapper ? index : length;
            while (++index < length) {
              func = funcs[index];
              var funcName = getFuncName(func), data = funcName == "wrapper" ? getData(func) : undefined2;
              if (data && isLaziable(data[0]) && data[1] == (WRAP_ARY_FLAG | WRAP_CURRY_FLAG | WRAP_PARTIAL_FLAG | WRAP_REARG_FLAG) && !data[4].length && data[9] == 1) {
                wrapper = wrapper[getFuncName(data[0])].apply(wrapper, data[3]);
              } else {
                wrapper = func.length == 1 && isLaziable(func) ? wrapper[funcName]() : wrapper.thru(func);
              }
            }
            return function() {
              var args = arguments, value = args[0];
              if (wrapper && args.length == 1 && isArray(value)) {
                return wrapper.plant(value).value();
              }
              var index2 = 0, result2 = length ? funcs[index2].apply(this, args) : value;
              while (++index2 < length) {
                result2 = funcs[index2].call(this, result2);
              }
              return result2;
            };
          });
        }
        function createHybrid(func, bitmask, thisArg, partials, holders, partialsRight, holdersRight, argPos, ary2, arity) {
          var isAry = bitmask & WRAP_ARY_FLAG, isBind = bitmask & WRAP_BIND_FLAG, isBindKey = bitmask & WRAP_BIND_KEY_FLAG, isCurried = bitmask & (WRAP_CURRY_FLAG | WRAP_CURRY_RIGHT_FLAG), isFlip = bitmask & WRAP_FLIP_FLAG, Ctor = isBindKey ? undefined2 : createCtor(func);
          function wrapper() {
            var length = arguments.length, args = Array2(length), index = length;
            while (index--) {
              args[index] = arguments[index];
            }
            if (isCurried) {
              var placeholder = getHolder(wrapper), holdersCount = countHolders(args, placeholder);
            }
            if (partials) {
              args = composeArgs(args, partials, holders, isCurried);
            }
            if (partialsRight) {
              args = composeArgsRight(args, partialsRight, holdersRight, isCurried);
            }
            length -= holdersCount;
            if (isCurried && length < arity) {
              var newHolders = replaceHolders(args, placeholder);
              return createRecurry(
                func,
                bitmask,
                createHybrid,
                wrapper.placeholder,
                thisArg,
                args,
                newHolders,
                argPos,
                ary2,
                arity - length
              );
            }
            var thisBinding = isBind ? thisArg : this, fn = isBindKey ? thisBinding[func] : func;
            length = args.length;
            if (argPos) {
              args = reorder(args, argPos);
            } else if (isFlip && length > 1) {
              args.reverse();
            }
            if (isAry && ary2 < length) {
              args.length = ary2;
            }
            if (this && this !== root && this instanceof wrapper) {
              fn = Ctor || createCtor(fn);
            }
            return fn.apply(thisBinding, args);
          }
          return wrapper;
        }
        function createInverter(setter, toIteratee) {
          return function(object, iteratee2) {
            return baseInverter(object, setter, toIteratee(iteratee2), {});
          };
        }
        function createMathOperation(operator, defaultValue) {
          return function(value, other) {
            var result2;
            if (value === undefined2 && other === undefined2) {
              return defaultValue;
            }
            if (value !== undefined2) {
              result2 = value;
            }
            if (other !== undefined2) {
              if (result2 === undefined2) {
                return other;
              }
              if (typeof value == "string" || typeof other == "string") {
                value = baseToString(value);
                other = baseToString(other);
              } else {
                value = baseToNumber(value);
                other = baseToNumber(other);
              }
              result2 = operator(value, other);
            }
            return result2;
          };
        }
        function createOver(arrayFunc) {
          return flatRest(function(iteratees) {
            iteratees = arrayMap(iteratees, baseUnary(getIteratee()));
            return baseRest(function(args) {
              var thisArg = this;
              return arrayFunc(iteratees, function(iteratee2) {
                return apply(iteratee2, thisArg, args);
              });
            });
          });
        }
        function createPadding(length, chars) {
          chars = chars === undefined2 ? " " : baseToString(chars);
          var charsLength = chars.length;
          if (charsLength < 2) {
            return charsLength ? baseRepeat(chars, length) : chars;
          }
          var result2 = baseRepeat(chars, nativeCeil(length / stringSize(chars)));
          return hasUnicode(chars) ? castSlice(stringToArray(result2), 0, length).join("") : result2.slice(0, length);
        }
        function createPartial(func, bitmask, thisArg, partials) {
          var isBind = bitmask & WRAP_BIND_FLAG, Ctor = createCtor(func);
          function wrapper() {
            var argsIndex = -1, argsLength = arguments.length, leftIndex = -1, leftLength = partials.length, args = Array2(leftLength + argsLength), fn = this && this !== root && this instanceof wrapper ? Ctor : func;
            while (++leftIndex < leftLength) {
              args[leftIndex] = partials[leftIndex];
            }
            while (argsLength--) {
              args[leftIndex++] = arguments[++argsIndex];
            }
            return apply(fn, isBind ? thisArg : this, args);
          }
          return wrapper;
        }
        function createRange(fromRight) {
          return function(start, end, step) {
            if (step && typeof step != "number" && isIterateeCall(start, end, step)) {
              end = step = undefined2;
            }
            start = toFinite(start);
            if (end === undefined2) {
              end = start;
              start = 0;
            } else {
              end = toFinite(end);
            }
            step = step === undefined2 ? start < end ? 1 : -1 : toFinite(step);
            return baseRange(start, end, step, fromRight);
          };
        }
        function createRelationalOperation(operator) {
          return function(value, other) {
            if (!(typeof value == "string" && typeof other == "string")) {
              value = toNumber(value);
              other = toNumber(other);
            }
            return operator(value, other);
          };
        }
        function createRecurry(func, bitmask, wrapFunc, placeholder, thisArg, partials, holders, argPos, ary2, arity) {
          var isCurry = bitmask & WRAP_CURRY_FLAG, newHolders = isCurry ? holders : undefined2, newHoldersRight = isCurry ? undefined2 : holders, newPartials = isCurry ? partials : undefined2, newPartialsRight = isCurry ? undefined2 : partials;
          bitmask |= isCurry ? WRAP_PARTIAL_FLAG : WRAP_PARTIAL_RIGHT_FLAG;
          bitmask &= ~(isCurry ? WRAP_PARTIAL_RIGHT_FLAG : WRAP_PARTIAL_FLAG);
          if (!(bitmask & WRAP_CURRY_BOUND_FLAG)) {
            bitmask &= ~(WRAP_BIND_FLAG | WRAP_BIND_KEY_FLAG);
          }
          var newData = [
            func,
            bitmask,
            thisArg,
            newPartials,
            newHolders,
            newPartialsRight,
            newHoldersRight,
            argPos,
            ary2,
            arity
          ];
          var result2 = wrapFunc.apply(undefined2, newData);
          if (isLaziable(func)) {
            setData(result2, newData);
          }
          result2.placeholder = placeholder;
          return setWrapToString(result2, func, bitmask);
        }
        function createRound(methodName) {
          var func = Math2[methodName];
          return function(number, precision) {
            number = toNumber(number);
            precision = precision == null ? 0 : nativeMin(toInteger(precision), 292);
            if (precision && nativeIsFinite(number)) {
              var pair = (toString(number) + "e").split("e"), value = func(pair[0] + "e" + (+pair[1] + precision));
              pair = (toString(value) + "e").split("e");
              return +(pair[0] + "e" + (+pair[1] - precision));
            }
            return func(number);
          };
        }
        var createSet = !(Set2 && 1 / setToArray(new Set2([, -0]))[1] == INFINITY) ? noop : function(values2) {
          return new Set2(values2);
        };
        function createToPairs(keysFunc) {
          return function(object) {
            var tag = getTag(object);
            if (tag == mapTag) {
              return mapToArray(object);
            }
            if (tag == setTag) {
              return setToPairs(object);
            }
            return baseToPairs(object, keysFunc(object));
          };
        }
        function createWrap(func, bitmask, thisArg, partials, holders, argPos, ary2, arity) {
          var isBindKey = bitmask & WRAP_BIND_KEY_FLAG;
          if (!isBindKey && typeof func != "function") {
            throw new TypeError2(FUNC_ERROR_TEXT);
          }
          var length = partials ? partials.length : 0;
          if (!length) {
            bitmask &= ~(WRAP_PARTIAL_FLAG | WRAP_PARTIAL_RIGHT_FLAG);
            partials = holders = undefined2;
          }
          ary2 = ary2 === undefined2 ? ary2 : nativeMax(toInteger(ary2), 0);
          arity = arity === undefined2 ? arity : toInteger(arity);
          length -= holders ? holders.length : 0;
          if (bitmask & WRAP_PARTIAL_RIGHT_FLAG) {
            var partialsRight = partials, holdersRight = holders;
            partials = holders = undefined2;
          }
          var data = isBindKey ? undefined2 : getData(func);
          var newData = [
            func,
            bitmask,
            thisArg,
            partials,
            holders,
            partialsRight,
            holdersRight,
            argPos,
            ary2,
            arity
          ];
          if (data) {
            mergeData(newData, data);
          }
          func = newData[0];
          bitmask = newData[1];
          thisArg = newData[2];
          partials = newData[3];
          holders = newData[4];
          arity = newData[9] = newData[9] === undefined2 ? isBindKey ? 0 : func.length : nativeMax(newData[9] - length, 0);
          if (!arity && bitmask & (WRAP_CURRY_FLAG | WRAP_CURRY_RIGHT_FLAG)) {
            bitmask &= ~(WRAP_CURRY_FLAG | WRAP_CURRY_RIGHT_FLAG);
          }
          if (!bitmask || bitmask == WRAP_BIND_FLAG) {
            var result2 = createBind(func, bitmask, thisArg);
          } else if (bitmask == WRAP_CURRY_FLAG || bitmask == WRAP_CURRY_RIGHT_FLAG) {
            result2 = createCurry(func, bitmask, arity);
          } else if ((bitmask == WRAP_PARTIAL_FLAG || bitmask == (WRAP_BIND_FLAG | WRAP_PARTIAL_FLAG)) && !holders.length) {
            result2 = createPartial(func, bitmask, thisArg, partials);
          } else {
            result2 = createHybrid.apply(undefined2, newData);
          }
          var setter = data ? baseSetData : setData;
          return setWrapToString(setter(result2, newData), func, bitmask);
        }
        function customDefaultsAssignIn(objValue, srcValue, key, object) {
          if (objValue === undefined2 || eq(objValue, objectProto[key]) && !hasOwnProperty.call(object, key)) {
            return srcValue;
          }
          return objValue;
        }
        function customDefaultsMerge(objValue, srcValue, key, object, source, stack) {
          if (isObject(objValue) && isObject(srcValue)) {
            stack.set(srcValue, objValue);
            baseMerge(objValue, srcValue, undefined2, customDefaultsMerge, stack);
            stack["delete"](srcValue);
          }
          return objValue;
        }
        function customOmitClone(value) {
          return isPlainObject(value) ? undefined2 : value;
        }
        function equalArrays(array, other, bitmask, customizer, equalFunc, stack) {
          var isPartial = bitmask & COMPARE_PARTIAL_FLAG, arrLength = array.length, othLength = other.length;
          if (arrLength != othLength && !(isPartial && othLength > arrLength)) {
            return false;
          }
          var arrStacked = stack.get(array);
          var othStacked = stack.get(other);
          if (arrStacked && othStacked) {
            return arrStacked == other && othStacked == array;
          }
          var index = -1, result2 = true, seen = bitmask & COMPARE_UNORDERED_FLAG ? new SetCache() : undefined2;
          stack.set(array, other);
          stack.set(other, array);
          while (++index < arrLength) {
            var arrValue = array[index], othValue = other[index];
            if (customizer) {
              var compared = isPartial ? customizer(othValue, arrValue, index, other, array, stack) : customizer(arrValue, othValue, index, array, other, stack);
            }
            if (compared !== undefined2) {
              if (compared) {
                continue;
              }
              result2 = false;
              break;
            }
            if (seen) {
              if (!arraySome(other, function(othValue2, othIndex) {
                if (!cacheHas(seen, othIndex) && (arrValue === othValue2 || equalFunc(arrValue, othValue2, bitmask, customizer, stack))) {
                  return seen.push(othIndex);
                }
              })) {
                result2 = false;
                break;
              }
            } else if (!(arrValue === othValue || equalFunc(arrValue, othValue, bitmask, customizer, stack))) {
              result2 = false;
              break;
            }
          }
          stack["delete"](array);
          stack["delete"](other);
          return result2;
        }
        function equalByTag(object, other, tag, bitmask, customizer, equalFunc, stack) {
          switch (tag) {
            case dataViewTag:
              if (object.byteLength != other.byteLength || object.byteOffset != other.byteOffset) {
                return false;
              }
              object = object.buffer;
              other = other.buffer;
            case arrayBufferTag:
              if (object.byteLength != other.byteLength || !equalFunc(new Uint8Array2(object), new Uint8Array2(other))) {
                return false;
              }
              return true;
            case boolTag:
            case dateTag:
            case numberTag:
              return eq(+object, +other);
            case errorTag:
              return object.name == other.name && object.message == other.message;
            case regexpTag:
            case stringTag:
              return object == other + "";
            case mapTag:
              var convert = mapToArray;
            case setTag:
              var isPartial = bitmask & COMPARE_PARTIAL_FLAG;
              convert || (convert = setToArray);
              if (object.size != other.size && !isPartial) {
                return false;
              }
              var stacked = stack.get(object);
              if (stacked) {
                return stacked == other;
              }
              bitmask |= COMPARE_UNORDERED_FLAG;
              stack.set(object, other);
              var result2 = equalArrays(convert(object), convert(other), bitmask, customizer, equalFunc, stack);
              stack["delete"](object);
              return result2;
            case symbolTag:
              if (symbolValueOf) {
                return symbolValueOf.call(object) == symbolValueOf.call(other);
              }
          }
          return false;
        }
        function equalObjects(object, other, bitmask, customizer, equalFunc, stack) {
          var isPartial = bitmask & COMPARE_PARTIAL_FLAG, objProps = getAllKeys(object), objLength = objProps.length, othProps = getAllKeys(other), othLength = othProps.length;
          if (objLength != othLength && !isPartial) {
            return false;
          }
          var index = objLength;
          while (index--) {
            var key = objProps[index];
            if (!(isPartial ? key in other : hasOwnProperty.call(other, key))) {
              return false;
            }
          }
          var objStacked = stack.get(object);
          var othStacked = stack.get(other);
          if (objStacked && othStacked) {
            return objStacked == other && othStacked == object;
          }
          var result2 = true;
          stack.set(object, other);
          stack.set(other, object);
          var skipCtor = isPartial;
          while (++index < objLength) {
            key = objProps[index];
            var objValue = object[key], othValue = other[key];
            if (customizer) {
              var compared = isPartial ? customizer(othValue, objValue, key, other, object, stack) : customizer(objValue, othValue, key, object, other, stack);
            }
            if (!(compared === undefined2 ? objValue === othValue || equalFunc(objValue, othValue, bitmask, customizer, stack) : compared)) {
              result2 = false;
              break;
            }
            skipCtor || (skipCtor = key == "constructor");
          }
          if (result2 && !skipCtor) {
            var objCtor = object.constructor, othCtor = other.constructor;
            if (objCtor != othCtor && ("constructor" in object && "constructor" in other) && !(typeof objCtor == "function" && objCtor instanceof objCtor && typeof othCtor == "function" && othCtor instanceof othCtor)) {
              result2 = false;
            }
          }
          stack["delete"](object);
          stack["delete"](other);
          return result2;
        }
        function flatRest(func) {
          return setToString(overRest(func, undefined2, flatten), func + "");
        }
        function getAllKeys(object) {
          return baseGetAllKeys(object, keys, getSymbols);
        }
        function getAllKeysIn(object) {
          return baseGetAllKeys(object, keysIn, getSymbolsIn);
        }
        var getData = !metaMap ? noop : function(func) {
          return metaMap.get(func);
        };
        function getFuncName(func) {
          var result2 = func.name + "", array = realNames[result2], length = hasOwnProperty.call(realNames, result2) ? array.length : 0;
          while (length--) {
            var data = array[length], otherFunc = data.func;
            if (otherFunc == null || otherFunc == func) {
              return data.name;
            }
          }
          return result2;
        }
        function getHolder(func) {
          var object = hasOwnProperty.call(lodash2, "placeholder") ? lodash2 : func;
          return object.placeholder;
        }
        function getIteratee() {
          var result2 = lodash2.iteratee || iteratee;
          result2 = result2 === iteratee ? baseIteratee : result2;
          return arguments.length ? result2(arguments[0], arguments[1]) : result2;
        }
        function getMapData(map2, key) {
          var data = map2.__data__;
          return isKeyable(key) ? data[typeof key == "string" ? "string" : "hash"] : data.map;
        }
        function getMatchData(object) {
          var result2 = keys(object), length = result2.length;
          while (length--) {
            var key = result2[length], value = object[key];
            result2[length] = [key, value, isStrictComparable(value)];
          }
          return result2;
        }
        function getNative(object, key) {
          var value = getValue(object, key);
          return baseIsNative(value) ? value : undefined2;
        }
        function getRawTag(value) {
          var isOwn = hasOwnProperty.call(value, symToStringTag), tag = value[symToStringTag];
          try {
            value[symToStringTag] = undefined2;
            var unmasked = true;
          } catch (e) {
          }
          var result2 = nativeObjectToString.call(value);
          if (unmasked) {
            if (isOwn) {
              value[symToStringTag] = tag;
            } else {
              delete value[symToStringTag];
            }
          }
          return result2;
        }
        var getSymbols = !nativeGetSymbols ? stubArray : function(object) {
          if (object == null) {
            return [];
          }
          object = Object2(object);
          return arrayFilter(nativeGetSymbols(object), function(symbol) {
            return propertyIsEnumerable.call(object, symbol);
          });
        };
        var getSymbolsIn = !nativeGetSymbols ? stubArray : function(object) {
          var result2 = [];
          while (object) {
            arrayPush(result2, getSymbols(object));
            object = getPrototype(object);
          }
          return result2;
        };
        var getTag = baseGetTag;
        if (DataView && getTag(new DataView(new ArrayBuffer(1))) != dataViewTag || Map2 && getTag(new Map2()) != mapTag || Promise2 && getTag(Promise2.resolve()) != promiseTag || Set2 && getTag(new Set2()) != setTag || WeakMap && getTag(new WeakMap()) != weakMapTag) {
          getTag = function(value) {
            var result2 = baseGetTag(value), Ctor = result2 == objectTag ? value.constructor : undefined2, ctorString = Ctor ? toSource(Ctor) : "";
            if (ctorString) {
              switch (ctorString) {
                case dataViewCtorString:
                  return dataViewTag;
                case mapCtorString:
                  return mapTag;
                case promiseCtorString:
                  return promiseTag;
                case setCtorString:
                  return setTag;
                case weakMapCtorString:
                  return weakMapTag;
              }
            }
            return result2;
          };
        }
        function getView(start, end, transforms) {
          var index = -1, length = transforms.length;
          while (++index < length) {
            var data = transforms[index], size3 = data.size;
            switch (data.type) {
              case "drop":
                start += size3;
                break;
              case "dropRight":
                end -= size3;
                break;
              case "take":
                end = nativeMin(end, start + size3);
                break;
              case "takeRight":
                start = nativeMax(start, end - size3);
                break;
            }
          }
          return { "start": start, "end": end };
        }
        function getWrapDetails(source) {
          var match = source.match(reWrapDetails);
          return match ? match[1].split(reSplitDetails) : [];
        }
        function hasPath(object, path, hasFunc) {
          path = castPath(path, object);
          var index = -1, length = path.length, result2 = false;
          while (++index < length) {
            var key = toKey(path[index]);
            if (!(result2 = object != null && hasFunc(object, key))) {
              break;
            }
            object = object[key];
          }
          if (result2 || ++index != length) {
            return result2;
          }
          length = object == null ? 0 : object.length;
          return !!length && isLength(length) && isIndex(key, length) && (isArray(object) || isArguments(object));
        }
        function initCloneArray(array) {
          var length = array.length, result2 = new array.constructor(length);
          if (length && typeof array[0] == "string" && hasOwnProperty.call(array, "index")) {
            result2.index = array.index;
            result2.input = array.input;
          }
          return result2;
        }
        function initCloneObject(object) {
          return typeof object.constructor == "function" && !isPrototype(object) ? baseCreate(getPrototype(object)) : {};
        }
        function initCloneByTag(object, tag, isDeep) {
          var Ctor = object.constructor;
          switch (tag) {
            case arrayBufferTag:
              return cloneArrayBuffer(object);
            case boolTag:
            case dateTag:
              return new Ctor(+object);
            case dataViewTag:
              return cloneDataView(object, isDeep);
            case float32Tag:
            case float64Tag:
            case int8Tag:
            case int16Tag:
            case int32Tag:
            case uint8Tag:
            case uint8ClampedTag:
            case uint16Tag:
            case uint32Tag:
              return cloneTypedArray(object, isDeep);
            case mapTag:
              return new Ctor();
            case numberTag:
            case stringTag:
              return new Ctor(object);
            case regexpTag:
              return cloneRegExp(object);
            case setTag:
              return new Ctor();
            case symbolTag:
              return cloneSymbol(object);
          }
        }
        function insertWrapDetails(source, details) {
          var length = details.length;
          if (!length) {
            return source;
          }
          var lastIndex = length - 1;
          details[lastIndex] = (length > 1 ? "& " : "") + details[lastIndex];
          details = details.join(length > 2 ? ", " : " ");
          return source.replace(reWrapComment, "{\n/* [wrapped with " + details + "] */\n");
        }
        function isFlattenable(value) {
          return isArray(value) || isArguments(value) || !!(spreadableSymbol && value && value[spreadableSymbol]);
        }
        function isIndex(value, length) {
          var type = typeof value;
          length = length == null ? MAX_SAFE_INTEGER : length;
          return !!length && (type == "number" || type != "symbol" && reIsUint.test(value)) && (value > -1 && value % 1 == 0 && value < length);
        }
        function isIterateeCall(value, index, object) {
          if (!isObject(object)) {
            return false;
          }
          var type = typeof index;
          if (type == "number" ? isArrayLike(object) && isIndex(index, object.length) : type == "string" && index in object) {
            return eq(object[index], value);
          }
          return false;
        }
        function isKey(value, object) {
          if (isArray(value)) {
            return false;
          }
          var type = typeof value;
          if (type == "number" || type == "symbol" || type == "boolean" || value == null || isSymbol(value)) {
            return true;
          }
          return reIsPlainProp.test(value) || !reIsDeepProp.test(value) || object != null && value in Object2(object);
        }
        function isKeyable(value) {
          var type = typeof value;
          return type == "string" || type == "number" || type == "symbol" || type == "boolean" ? value !== "__proto__" : value === null;
        }
        function isLaziable(func) {
          var funcName = getFuncName(func), other = lodash2[funcName];
          if (typeof other != "function" || !(funcName in LazyWrapper.prototype)) {
            return false;
          }
          if (func === other) {
            return true;
          }
          var data = getData(other);
          return !!data && func === data[0];
        }
        function isMasked(func) {
          return !!maskSrcKey && maskSrcKey in func;
        }
        var isMaskable = coreJsData ? isFunction : stubFalse;
        function isPrototype(value) {
          var Ctor = value && value.constructor, proto = typeof Ctor == "function" && Ctor.prototype || objectProto;
          return value === proto;
        }
        function isStrictComparable(value) {
          return value === value && !isObject(value);
        }
        function matchesStrictComparable(key, srcValue) {
          return function(object) {
            if (object == null) {
              return false;
            }
            return object[key] === srcValue && (srcValue !== undefined2 || key in Object2(object));
          };
        }
        function memoizeCapped(func) {
          var result2 = memoize(func, function(key) {
            if (cache.size === MAX_MEMOIZE_SIZE) {
              cache.clear();
            }
            return key;
          });
          var cache = result2.cache;
          return result2;
        }
        function mergeData(data, source) {
          var bitmask = data[1], srcBitmask = source[1], newBitmask = bitmask | srcBitmask, isCommon = newBitmask < (WRAP_BIND_FLAG | WRAP_BIND_KEY_FLAG | WRAP_ARY_FLAG);
          var isCombo = srcBitmask == WRAP_ARY_FLAG && bitmask == WRAP_CURRY_FLAG || srcBitmask == WRAP_ARY_FLAG && bitmask == WRAP_REARG_FLAG && data[7].length <= source[8] || srcBitmask == (WRAP_ARY_FLAG | WRAP_REARG_FLAG) && source[7].length <= source[8] && bitmask == WRAP_CURRY_FLAG;
          if (!(isCommon || isCombo)) {
            return data;
          }
          if (srcBitmask & WRAP_BIND_FLAG) {
            data[2] = source[2];
            newBitmask |= bitmask & WRAP_BIND_FLAG ? 0 : WRAP_CURRY_BOUND_FLAG;
          }
          var value = source[3];
          if (value) {
            var partials = data[3];
            data[3] = partials ? composeArgs(partials, value, source[4]) : value;
            data[4] = partials ? replaceHolders(data[3], PLACEHOLDER) : source[4];
          }
          value = source[5];
          if (value) {
            partials = data[5];
            data[5] = partials ? composeArgsRight(partials, value, source[6]) : value;
            data[6] = partials ? replaceHolders(data[5], PLACEHOLDER) : source[6];
          }
          value = source[7];
          if (value) {
            data[7] = value;
          }
          if (srcBitmask & WRAP_ARY_FLAG) {
            data[8] = data[8] == null ? source[8] : nativeMin(data[8], source[8]);
          }
          if (data[9] == null) {
            data[9] = source[9];
          }
          data[0] = source[0];
          data[1] = newBitmask;
          return data;
        }
        function nativeKeysIn(object) {
          var result2 = [];
          if (object != null) {
            for (var key in Object2(object)) {
              result2.push(key);
            }
          }
          return result2;
        }
        function objectToString(value) {
          return nativeObjectToString.call(value);
        }
        function overRest(func, start, transform2) {
          start = nativeMax(start === undefined2 ? func.length - 1 : start, 0);
          return function() {
            var args = arguments, index = -1, length = nativeMax(args.length - start, 0), array = Array2(length);
            while (++index < length) {
              array[index] = args[start + index];
            }
            index = -1;
            var otherArgs = Array2(start + 1);
            while (++index < start) {
              otherArgs[index] = args[index];
            }
            otherArgs[start] = transform2(array);
            return apply(func, this, otherArgs);
          };
        }
        function parent(object, path) {
          return path.length < 2 ? object : baseGet(object, baseSlice(path, 0, -1));
        }
        function reorder(array, indexes) {
          var arrLength = array.length, length = nativeMin(indexes.length, arrLength), oldArray = copyArray(array);
          while (length--) {
            var index = indexes[length];
            array[length] = isIndex(index, arrLength) ? oldArray[index] : undefined2;
          }
          return array;
        }
        function safeGet(object, key) {
          if (key === "constructor" && typeof object[key] === "function") {
            return;
          }
          if (key == "__proto__") {
            return;
          }
          return object[key];
        }
        var setData = shortOut(baseSetData);
        var setTimeout2 = ctxSetTimeout || function(func, wait) {
          return root.setTimeout(func, wait);
        };
        var setToString = shortOut(baseSetToString);
        function setWrapToString(wrapper, reference, bitmask) {
          var source = reference + "";
          return setToString(wrapper, insertWrapDetails(source, updateWrapDetails(getWrapDetails(source), bitmask)));
        }
        function shortOut(func) {
          var count = 0, lastCalled = 0;
          return function() {
            var stamp = nativeNow(), remaining = HOT_SPAN - (stamp - lastCalled);
            lastCalled = stamp;
            if (remaining > 0) {
              if (++count >= HOT_COUNT) {
                return arguments[0];
              }
            } else {
              count = 0;
            }
            return func.apply(undefined2, arguments);
          };
        }
        function shuffleSelf(array, size3) {
          var index = -1, length = array.length, lastIndex = length - 1;
          size3 = size3 === undefined2 ? length : size3;
          while (++index < size3) {
            var rand = baseRandom(index, lastIndex), value = array[rand];
            array[rand] = array[index];
            array[index] = value;
          }
          array.length = size3;
          return array;
        }
        var stringToPath = memoizeCapped(function(string) {
          var result2 = [];
          if (string.charCodeAt(0) === 46) {
            result2.push("");
          }
          string.replace(rePropName, function(match, number, quote, subString) {
            result2.push(quote ? subString.replace(reEscapeChar, "$1") : number || match);
          });
          return result2;
        });
        function toKey(value) {
          if (typeof value == "string" || isSymbol(value)) {
            return value;
          }
          var result2 = value + "";
          return result2 == "0" && 1 / value == -INFINITY ? "-0" : result2;
        }
        function toSource(func) {
          if (func != null) {
            try {
              return funcToString.call(func);
            } catch (e) {
            }
            try {
              return func + "";
            } catch (e) {
            }
          }
          return "";
        }
        function updateWrapDetails(details, bitmask) {
          arrayEach(wrapFlags, function(pair) {
            var value = "_." + pair[0];
            if (bitmask & pair[1] && !arrayIncludes(details, value)) {
              details.push(value);
            }
          });
          return details.sort();
        }
        function wrapperClone(wrapper) {
          if (wrapper instanceof LazyWrapper) {
            return wrapper.clone();
          }
          var result2 = new LodashWrapper(wrapper.__wrapped__, wrapper.__chain__);
          result2.__actions__ = copyArray(wrapper.__actions__);
          result2.__index__ = wrapper.__index__;
          result2.__values__ = wrapper.__values__;
          return result2;
        }
        function chunk(array, size3, guard) {
          if (guard ? isIterateeCall(array, size3, guard) : size3 === undefined2) {
            size3 = 1;
          } else {
            size3 = nativeMax(toInteger(size3), 0);
          }
          var length = array == null ? 0 : array.length;
          if (!length || size3 < 1) {
            return [];
          }
          var index = 0, resIndex = 0, result2 = Array2(nativeCeil(length / size3));
          while (index < length) {
            result2[resIndex++] = baseSlice(array, index, index += size3);
          }
          return result2;
        }
        function compact(array) {
          var index = -1, length = array == null ? 0 : array.length, resIndex = 0, result2 = [];
          while (++index < length) {
            var value = array[index];
            if (value) {
              result2[resIndex++] = value;
            }
          }
          return result2;
        }
        function concat() {
          var length = arguments.length;
          if (!length) {
            return [];
          }
          var args = Array2(length - 1), array = arguments[0], index = length;
          while (index--) {
            args[index - 1] = arguments[index];
          }
          return arrayPush(isArray(array) ? copyArray(array) : [array], baseFlatten(args, 1));
        }
        var difference = baseRest(function(array, values2) {
          return isArrayLikeObject(array) ? baseDifference(array, baseFlatten(values2, 1, isArrayLikeObject, true)) : [];
        });
        var differenceBy = baseRest(function(array, values2) {
          var iteratee2 = last(values2);
          if (isArrayLikeObject(iteratee2)) {
            iteratee2 = undefined2;
          }
          return isArrayLikeObject(array) ? baseDifference(array, baseFlatten(values2, 1, isArrayLikeObject, true), getIteratee(iteratee2, 2)) : [];
        });
        var differenceWith = baseRest(function(array, values2) {
          var comparator = last(values2);
          if (isArrayLikeObject(comparator)) {
            comparator = undefined2;
          }
          return isArrayLikeObject(array) ? baseDifference(array, baseFlatten(values2, 1, isArrayLikeObject, true), undefined2, comparator) : [];
        });
        function drop(array, n, guard) {
          var length = array == null ? 0 : array.length;
          if (!length) {
            return [];
          }
          n = guard || n === undefined2 ? 1 : toInteger(n);
          return baseSlice(array, n < 0 ? 0 : n, length);
        }
        function dropRight(array, n, guard) {
          var length = array == null ? 0 : array.length;
          if (!length) {
            return [];
          }
          n = guard || n === undefined2 ? 1 : toInteger(n);
          n = length - n;
          return baseSlice(array, 0, n < 0 ? 0 : n);
        }
        function dropRightWhile(array, predicate) {
          return array && array.length ? baseWhile(array, getIteratee(predicate, 3), true, true) : [];
        }
        function dropWhile(array, predicate) {
          return array && array.length ? baseWhile(array, getIteratee(predicate, 3), true) : [];
        }
        function fill(array, value, start, end) {
          var length = array == null ? 0 : array.length;
          if (!length) {
            return [];
          }
          if (start && typeof start != "number" && isIterateeCall(array, value, start)) {
            start = 0;
            end = length;
          }
          return baseFill(array, value, start, end);
        }
        function findIndex(array, predicate, fromIndex) {
          var length = array == null ? 0 : array.length;
          if (!length) {
            return -1;
          }
          var index = fromIndex == null ? 0 : toInteger(fromIndex);
          if (index < 0) {
            index = nativeMax(length + index, 0);
          }
          return baseFindIndex(array, getIteratee(predicate, 3), index);
        }
        function findLastIndex(array, predicate, fromIndex) {
          var length = array == null ? 0 : array.length;
          if (!length) {
            return -1;
          }
          var index = length - 1;
          if (fromIndex !== undefined2) {
            index = toInteger(fromIndex);
            index = fromIndex < 0 ? nativeMax(length + index, 0) : nativeMin(index, length - 1);
          }
          return baseFindIndex(array, getIteratee(predicate, 3), index, true);
        }
        function flatten(array) {
          var length = array == null ? 0 : array.length;
          return length ? baseFlatten(array, 1) : [];
        }
        function flattenDeep(array) {
          var length = array == null ? 0 : array.length;
          return length ? baseFlatten(array, INFINITY) : [];
        }
        function flattenDepth(array, depth) {
          var length = array == null ? 0 : array.length;
          if (!length) {
            return [];
          }
          depth = depth === undefined2 ? 1 : toInteger(depth);
          return baseFlatten(array, depth);
        }
        function fromPairs(pairs) {
          var index = -1, length = pairs == null ? 0 : pairs.length, result2 = {};
          while (++index < length) {
            var pair = pairs[index];
            baseAssignValue(result2, pair[0], pair[1]);
          }
          return result2;
        }
        function head(array) {
          return array && array.length ? array[0] : undefined2;
        }
        function indexOf(array, value, fromIndex) {
          var length = array == null ? 0 : array.length;
          if (!length) {
            return -1;
          }
          var index = fromIndex == null ? 0 : toInteger(fromIndex);
          if (index < 0) {
            index = nativeMax(length + index, 0);
          }
          return baseIndexOf(array, value, index);
        }
        function initial(array) {
          var length = array == null ? 0 : array.length;
          return length ? baseSlice(array, 0, -1) : [];
        }
        var intersection = baseRest(function(arrays) {
          var mapped = arrayMap(arrays, castArrayLikeObject);
          return mapped.length && mapped[0] === arrays[0] ? baseIntersection(mapped) : [];
        });
        var intersectionBy = baseRest(function(arrays) {
          var iteratee2 = last(arrays), mapped = arrayMap(arrays, castArrayLikeObject);
          if (iteratee2 === last(mapped)) {
            iteratee2 = undefined2;
          } else {
            mapped.pop();
          }
          return mapped.length && mapped[0] === arrays[0] ? baseIntersection(mapped, getIteratee(iteratee2, 2)) : [];
        });
        var intersectionWith = baseRest(function(arrays) {
          var comparator = last(arrays), mapped = arrayMap(arrays, castArrayLikeObject);
          comparator = typeof comparator == "function" ? comparator : undefined2;
          if (comparator) {
            mapped.pop();
          }
          return mapped.length && mapped[0] === arrays[0] ? baseIntersection(mapped, undefined2, comparator) : [];
        });
        function join6(array, separator) {
          return array == null ? "" : nativeJoin.call(array, separator);
        }
        function last(array) {
          var length = array == null ? 0 : array.length;
          return length ? array[length - 1] : undefined2;
        }
        function lastIndexOf(array, value, fromIndex) {
          var length = array == null ? 0 : array.length;
          if (!length) {
            return -1;
          }
          var index = length;
          if (fromIndex !== undefined2) {
            index = toInteger(fromIndex);
            index = index < 0 ? nativeMax(length + index, 0) : nativeMin(index, length - 1);
          }
          return value === value ? strictLastIndexOf(array, value, index) : baseFindIndex(array, baseIsNaN, index, true);
        }
        function nth(array, n) {
          return array && array.length ? baseNth(array, toInteger(n)) : undefined2;
        }
        var pull = baseRest(pullAll);
        function pullAll(array, values2) {
          return array && array.length && values2 && values2.length ? basePullAll(array, values2) : array;
        }
        function pullAllBy(array, values2, iteratee2) {
          return array && array.length && values2 && values2.length ? basePullAll(array, values2, getIteratee(iteratee2, 2)) : array;
        }
        function pullAllWith(array, values2, comparator) {
          return array && array.length && values2 && values2.length ? basePullAll(array, values2, undefined2, comparator) : array;
        }
        var pullAt = flatRest(function(array, indexes) {
          var length = array == null ? 0 : array.length, result2 = baseAt(array, indexes);
          basePullAt(array, arrayMap(indexes, function(index) {
            return isIndex(index, length) ? +index : index;
          }).sort(compareAscending));
          return result2;
        });
        function remove(array, predicate) {
          var result2 = [];
          if (!(array && array.length)) {
            return result2;
          }
          var index = -1, indexes = [], length = array.length;
          predicate = getIteratee(predicate, 3);
          while (++index < length) {
            var value = array[index];
            if (predicate(value, index, array)) {
              result2.push(value);
              indexes.push(index);
            }
          }
          basePullAt(array, indexes);
          return result2;
        }
        function reverse(array) {
          return array == null ? array : nativeReverse.call(array);
        }
        function slice(array, start, end) {
          var length = array == null ? 0 : array.length;
          if (!length) {
            return [];
          }
          if (end && typeof end != "number" && isIterateeCall(array, start, end)) {
            start = 0;
            end = length;
          } else {
            start = start == null ? 0 : toInteger(start);
            end = end === undefined2 ? length : toInteger(end);
          }
          return baseSlice(array, start, end);
        }
        function sortedIndex(array, value) {
          return baseSortedIndex(array, value);
        }
        function sortedIndexBy(array, value, iteratee2) {
          return baseSortedIndexBy(array, value, getIteratee(iteratee2, 2));
        }
        function sortedIndexOf(array, value) {
          var length = array == null ? 0 : array.length;
          if (length) {
            var index = baseSortedIndex(array, value);
            if (index < length && eq(array[index], value)) {
              return index;
            }
          }
          return -1;
        }
        function sortedLastIndex(array, value) {
          return baseSortedIndex(array, value, true);
        }
        function sortedLastIndexBy(array, value, iteratee2) {
          return baseSortedIndexBy(array, value, getIteratee(iteratee2, 2), true);
        }
        function sortedLastIndexOf(array, value) {
          var length = array == null ? 0 : array.length;
          if (length) {
            var index = baseSortedIndex(array, value, true) - 1;
            if (eq(array[index], value)) {
              return index;
            }
          }
          return -1;
        }
        function sortedUniq(array) {
          return array && array.length ? baseSortedUniq(array) : [];
        }
        function sortedUniqBy(array, iteratee2) {
          return array && array.length ? baseSortedUniq(array, getIteratee(iteratee2, 2)) : [];
        }
        function tail(array) {
          var length = array == null ? 0 : array.length;
          return length ? baseSlice(array, 1, length) : [];
        }
        function take(array, n, guard) {
          if (!(array && array.length)) {
            return [];
          }
          n = guard || n === undefined2 ? 1 : toInteger(n);
          return baseSlice(array, 0, n < 0 ? 0 : n);
        }
        function takeRight(array, n, guard) {
          var length = array == null ? 0 : array.length;
          if (!length) {
            return [];
          }
          n = guard || n === undefined2 ? 1 : toInteger(n);
          n = length - n;
          return baseSlice(array, n < 0 ? 0 : n, length);
        }
        function takeRightWhile(array, predicate) {
          return array && array.length ? baseWhile(array, getIteratee(predicate, 3), false, true) : [];
        }
        function takeWhile(array, predicate) {
          return array && array.length ? baseWhile(array, getIteratee(predicate, 3)) : [];
        }
        var union = baseRest(function(arrays) {
          return baseUniq(baseFlatten(arrays, 1, isArrayLikeObject, true));
        });
        var unionBy = baseRest(function(arrays) {
          var iteratee2 = last(arrays);
          if (isArrayLikeObject(iteratee2)) {
            iteratee2 = undefined2;
          }
          return baseUniq(baseFlatten(arrays, 1, isArrayLikeObject, true), getIteratee(iteratee2, 2));
        });
        var unionWith = baseRest(function(arrays) {
          var comparator = last(arrays);
          comparator = typeof comparator == "function" ? comparator : undefined2;
          return baseUniq(baseFlatten(arrays, 1, isArrayLikeObject, true), undefined2, comparator);
        });
        function uniq(array) {
          return array && array.length ? baseUniq(array) : [];
        }
        function uniqBy(array, iteratee2) {
          return array && array.length ? baseUniq(array, getIteratee(iteratee2, 2)) : [];
        }
        function uniqWith(array, comparator) {
          comparator = typeof comparator == "function" ? comparator : undefined2;
          return array && array.length ? baseUniq(array, undefined2, comparator) : [];
        }
        function unzip(array) {
          if (!(array && array.length)) {
            return [];
          }
          var length = 0;
          array = arrayFilter(array, function(group) {
            if (isArrayLikeObject(group)) {
              length = nativeMax(group.length, length);
              return true;
            }
          });
          return baseTimes(length, function(index) {
            return arrayMap(array, baseProperty(index));
          });
        }
        function unzipWith(array, iteratee2) {
          if (!(array && array.length)) {
            return [];
          }
          var result2 = unzip(array);
          if (iteratee2 == null) {
            return result2;
          }
          return arrayMap(result2, function(group) {
            return apply(iteratee2, undefined2, group);
          });
        }
        var without = baseRest(function(array, values2) {
          return isArrayLikeObject(array) ? baseDifference(array, values2) : [];
        });
        var xor = baseRest(function(arrays) {
          return baseXor(arrayFilter(arrays, isArrayLikeObject));
        });
        var xorBy = baseRest(function(arrays) {
          var iteratee2 = last(arrays);
          if (isArrayLikeObject(iteratee2)) {
            iteratee2 = undefined2;
          }
          return baseXor(arrayFilter(arrays, isArrayLikeObject), getIteratee(iteratee2, 2));
        });
        var xorWith = baseRest(function(arrays) {
          var comparator = last(arrays);
          comparator = typeof comparator == "function" ? comparator : undefined2;
          return baseXor(arrayFilter(arrays, isArrayLikeObject), undefined2, comparator);
        });
        var zip = baseRest(unzip);
        function zipObject(props, values2) {
          return baseZipObject(props || [], values2 || [], assignValue);
        }
        function zipObjectDeep(props, values2) {
          return baseZipObject(props || [], values2 || [], baseSet);
        }
        var zipWith = baseRest(function(arrays) {
          var length = arrays.length, iteratee2 = length > 1 ? arrays[length - 1] : undefined2;
          iteratee2 = typeof iteratee2 == "function" ? (arrays.pop(), iteratee2) : undefined2;
          return unzipWith(arrays, iteratee2);
        });
        function chain(value) {
          var result2 = lodash2(value);
          result2.__chain__ = true;
          return result2;
        }
        function tap(value, interceptor) {
          interceptor(value);
          return value;
        }
        function thru(value, interceptor) {
          return interceptor(value);
        }
        var wrapperAt = flatRest(function(paths) {
          var length = paths.length, start = length ? paths[0] : 0, value = this.__wrapped__, interceptor = function(object) {
            return baseAt(object, paths);
          };
          if (length > 1 || this.__actions__.length || !(value instanceof LazyWrapper) || !isIndex(start)) {
            return this.thru(interceptor);
          }
          value = value.slice(start, +start + (length ? 1 : 0));
          value.__actions__.push({
            "func": thru,
            "args": [interceptor],
            "thisArg": undefined2
          });
          return new LodashWrapper(value, this.__chain__).thru(function(array) {
            if (length && !array.length) {
              array.push(undefined2);
            }
            return array;
          });
        });
        function wrapperChain() {
          return chain(this);
        }
        function wrapperCommit() {
          return new LodashWrapper(this.value(), this.__chain__);
        }
        function wrapperNext() {
          if (this.__values__ === undefined2) {
            this.__values__ = toArray(this.value());
          }
          var done = this.__index__ >= this.__values__.length, value = done ? undefined2 : this.__values__[this.__index__++];
          return { "done": done, "value": value };
        }
        function wrapperToIterator() {
          return this;
        }
        function wrapperPlant(value) {
          var result2, parent2 = this;
          while (parent2 instanceof baseLodash) {
            var clone2 = wrapperClone(parent2);
            clone2.__index__ = 0;
            clone2.__values__ = undefined2;
            if (result2) {
              previous.__wrapped__ = clone2;
            } else {
              result2 = clone2;
            }
            var previous = clone2;
            parent2 = parent2.__wrapped__;
          }
          previous.__wrapped__ = value;
          return result2;
        }
        function wrapperReverse() {
          var value = this.__wrapped__;
          if (value instanceof LazyWrapper) {
            var wrapped = value;
            if (this.__actions__.length) {
              wrapped = new LazyWrapper(this);
            }
            wrapped = wrapped.reverse();
            wrapped.__actions__.push({
              "func": thru,
              "args": [reverse],
              "thisArg": undefined2
            });
            return new LodashWrapper(wrapped, this.__chain__);
          }
          return this.thru(reverse);
        }
        function wrapperValue() {
          return baseWrapperValue(this.__wrapped__, this.__actions__);
        }
        var countBy = createAggregator(function(result2, value, key) {
          if (hasOwnProperty.call(result2, key)) {
            ++result2[key];
          } else {
            baseAssignValue(result2, key, 1);
          }
        });
        function every(collection, predicate, guard) {
          var func = isArray(collection) ? arrayEvery : baseEvery;
          if (guard && isIterateeCall(collection, predicate, guard)) {
            predicate = undefined2;
          }
          return func(collection, getIteratee(predicate, 3));
        }
        function filter(collection, predicate) {
          var func = isArray(collection) ? arrayFilter : baseFilter;
          return func(collection, getIteratee(predicate, 3));
        }
        var find = createFind(findIndex);
        var findLast = createFind(findLastIndex);
        function flatMap(collection, iteratee2) {
          return baseFlatten(map(collection, iteratee2), 1);
        }
        function flatMapDeep(collection, iteratee2) {
          return baseFlatten(map(collection, iteratee2), INFINITY);
        }
        function flatMapDepth(collection, iteratee2, depth) {
          depth = depth === undefined2 ? 1 : toInteger(depth);
          return baseFlatten(map(collection, iteratee2), depth);
        }
        function forEach(collection, iteratee2) {
          var func = isArray(collection) ? arrayEach : baseEach;
          return func(collection, getIteratee(iteratee2, 3));
        }
        function forEachRight(collection, iteratee2) {
          var func = isArray(collection) ? arrayEachRight : baseEachRight;
          return func(collection, getIteratee(iteratee2, 3));
        }
        var groupBy = createAggregator(function(result2, value, key) {
          if (hasOwnProperty.call(result2, key)) {
            result2[key].push(value);
          } else {
            baseAssignValue(result2, key, [value]);
          }
        });
        function includes(collection, value, fromIndex, guard) {
          collection = isArrayLike(collection) ? collection : values(collection);
          fromIndex = fromIndex && !guard ? toInteger(fromIndex) : 0;
          var length = collection.length;
          if (fromIndex < 0) {
            fromIndex = nativeMax(length + fromIndex, 0);
          }
          return isString(collection) ? fromIndex <= length && collection.indexOf(value, fromIndex) > -1 : !!length && baseIndexOf(collection, value, fromIndex) > -1;
        }
        var invokeMap = baseRest(function(collection, path, args) {
          var index = -1, isFunc = typeof path == "function", result2 = isArrayLike(collection) ? Array2(collection.length) : [];
          baseEach(collection, function(value) {
            result2[++index] = isFunc ? apply(path, value, args) : baseInvoke(value, path, args);
          });
          return result2;
        });
        var keyBy = createAggregator(function(result2, value, key) {
          baseAssignValue(result2, key, value);
        });
        function map(collection, iteratee2) {
          var func = isArray(collection) ? arrayMap : baseMap;
          return func(collection, getIteratee(iteratee2, 3));
        }
        function orderBy(collection, iteratees, orders, guard) {
          if (collection == null) {
            return [];
          }
          if (!isArray(iteratees)) {
            iteratees = iteratees == null ? [] : [iteratees];
          }
          orders = guard ? undefined2 : orders;
          if (!isArray(orders)) {
            orders = orders == null ? [] : [orders];
          }
          return baseOrderBy(collection, iteratees, orders);
        }
        var partition = createAggregator(function(result2, value, key) {
          result2[key ? 0 : 1].push(value);
        }, function() {
          return [[], []];
        });
        function reduce(collection, iteratee2, accumulator) {
          var func = isArray(collection) ? arrayReduce : baseReduce, initAccum = arguments.length < 3;
          return func(collection, getIteratee(iteratee2, 4), accumulator, initAccum, baseEach);
        }
        function reduceRight(collection, iteratee2, accumulator) {
          var func = isArray(collection) ? arrayReduceRight : baseReduce, initAccum = arguments.length < 3;
          return func(collection, getIteratee(iteratee2, 4), accumulator, initAccum, baseEachRight);
        }
        function reject(collection, predicate) {
          var func = isArray(collection) ? arrayFilter : baseFilter;
          return func(collection, negate(getIteratee(predicate, 3)));
        }
        function sample(collection) {
          var func = isArray(collection) ? arraySample : baseSample;
          return func(collection);
        }
        function sampleSize(collection, n, guard) {
          if (guard ? isIterateeCall(collection, n, guard) : n === undefined2) {
            n = 1;
          } else {
            n = toInteger(n);
          }
          var func = isArray(collection) ? arraySampleSize : baseSampleSize;
          return func(collection, n);
        }
        function shuffle(collection) {
          var func = isArray(collection) ? arrayShuffle : baseShuffle;
          return func(collection);
        }
        function size2(collection) {
          if (collection == null) {
            return 0;
          }
          if (isArrayLike(collection)) {
            return isString(collection) ? stringSize(collection) : collection.length;
          }
          var tag = getTag(collection);
          if (tag == mapTag || tag == setTag) {
            return collection.size;
          }
          return baseKeys(collection).length;
        }
        function some(collection, predicate, guard) {
          var func = isArray(collection) ? arraySome : baseSome;
          if (guard && isIterateeCall(collection, predicate, guard)) {
            predicate = undefined2;
          }
          return func(collection, getIteratee(predicate, 3));
        }
        var sortBy = baseRest(function(collection, iteratees) {
          if (collection == null) {
            return [];
          }
          var length = iteratees.length;
          if (length > 1 && isIterateeCall(collection, iteratees[0], iteratees[1])) {
            iteratees = [];
          } else if (length > 2 && isIterateeCall(iteratees[0], iteratees[1], iteratees[2])) {
            iteratees = [iteratees[0]];
          }
          return baseOrderBy(collection, baseFlatten(iteratees, 1), []);
        });
        var now = ctxNow || function() {
          return root.Date.now();
        };
        function after(n, func) {
          if (typeof func != "function") {
            throw new TypeError2(FUNC_ERROR_TEXT);
          }
          n = toInteger(n);
          return function() {
            if (--n < 1) {
              return func.apply(this, arguments);
            }
          };
        }
        function ary(func, n, guard) {
          n = guard ? undefined2 : n;
          n = func && n == null ? func.length : n;
          return createWrap(func, WRAP_ARY_FLAG, undefined2, undefined2, undefined2, undefined2, n);
        }
        function before(n, func) {
          var result2;
          if (typeof func != "function") {
            throw new TypeError2(FUNC_ERROR_TEXT);
          }
          n = toInteger(n);
          return function() {
            if (--n > 0) {
              result2 = func.apply(this, arguments);
            }
            if (n <= 1) {
              func = undefined2;
            }
            return result2;
          };
        }
        var bind = baseRest(function(func, thisArg, partials) {
          var bitmask = WRAP_BIND_FLAG;
          if (partials.length) {
            var holders = replaceHolders(partials, getHolder(bind));
            bitmask |= WRAP_PARTIAL_FLAG;
          }
          return createWrap(func, bitmask, thisArg, partials, holders);
        });
        var bindKey = baseRest(function(object, key, partials) {
          var bitmask = WRAP_BIND_FLAG | WRAP_BIND_KEY_FLAG;
          if (partials.length) {
            var holders = replaceHolders(partials, getHolder(bindKey));
            bitmask |= WRAP_PARTIAL_FLAG;
          }
          return createWrap(key, bitmask, object, partials, holders);
        });
        function curry(func, arity, guard) {
          arity = guard ? undefined2 : arity;
          var result2 = createWrap(func, WRAP_CURRY_FLAG, undefined2, undefined2, undefined2, undefined2, undefined2, arity);
          result2.placeholder = curry.placeholder;
          return result2;
        }
        function curryRight(func, arity, guard) {
          arity = guard ? undefined2 : arity;
          var result2 = createWrap(func, WRAP_CURRY_RIGHT_FLAG, undefined2, undefined2, undefined2, undefined2, undefined2, arity);
          result2.placeholder = curryRight.placeholder;
          return result2;
        }
        function debounce(func, wait, options) {
          var lastArgs, lastThis, maxWait, result2, timerId, lastCallTime, lastInvokeTime = 0, leading = false, maxing = false, trailing = true;
          if (typeof func != "function") {
            throw new TypeError2(FUNC_ERROR_TEXT);
          }
          wait = toNumber(wait) || 0;
          if (isObject(options)) {
            leading = !!options.leading;
            maxing = "maxWait" in options;
            maxWait = maxing ? nativeMax(toNumber(options.maxWait) || 0, wait) : maxWait;
            trailing = "trailing" in options ? !!options.trailing : trailing;
          }
          function invokeFunc(time) {
            var args = lastArgs, thisArg = lastThis;
            lastArgs = lastThis = undefined2;
            lastInvokeTime = time;
            result2 = func.apply(thisArg, args);
            return result2;
          }
          function leadingEdge(time) {
            lastInvokeTime = time;
            timerId = setTimeout2(timerExpired, wait);
            return leading ? invokeFunc(time) : result2;
          }
          function remainingWait(time) {
            var timeSinceLastCall = time - lastCallTime, timeSinceLastInvoke = time - lastInvokeTime, timeWaiting = wait - timeSinceLastCall;
            return maxing ? nativeMin(timeWaiting, maxWait - timeSinceLastInvoke) : timeWaiting;
          }
          function shouldInvoke(time) {
            var timeSinceLastCall = time - lastCallTime, timeSinceLastInvoke = time - lastInvokeTime;
            return lastCallTime === undefined2 || timeSinceLastCall >= wait || timeSinceLastCall < 0 || maxing && timeSinceLastInvoke >= maxWait;
          }
          function timerExpired() {
            var time = now();
            if (shouldInvoke(time)) {
              return trailingEdge(time);
            }
            timerId = setTimeout2(timerExpired, remainingWait(time));
          }
          function trailingEdge(time) {
            timerId = undefined2;
            if (trailing && lastArgs) {
              return invokeFunc(time);
            }
            lastArgs = lastThis = undefined2;
            return result2;
          }
          function cancel() {
            if (timerId !== undefined2) {
              clearTimeout2(timerId);
            }
            lastInvokeTime = 0;
            lastArgs = lastCallTime = lastThis = timerId = undefined2;
          }
          function flush() {
            return timerId === undefined2 ? result2 : trailingEdge(now());
          }
          function debounced() {
            var time = now(), isInvoking = shouldInvoke(time);
            lastArgs = arguments;
            lastThis = this;
            lastCallTime = time;
            if (isInvoking) {
              if (timerId === undefined2) {
                return leadingEdge(lastCallTime);
              }
              if (maxing) {
                clearTimeout2(timerId);
                timerId = setTimeout2(timerExpired, wait);
                return invokeFunc(lastCallTime);
              }
            }
            if (timerId === undefined2) {
              timerId = setTimeout2(timerExpired, wait);
            }
            return result2;
          }
          debounced.cancel = cancel;
          debounced.flush = flush;
          return debounced;
        }
        var defer = baseRest(function(func, args) {
          return baseDelay(func, 1, args);
        });
        var delay = baseRest(function(func, wait, args) {
          return baseDelay(func, toNumber(wait) || 0, args);
        });
        function flip(func) {
          return createWrap(func, WRAP_FLIP_FLAG);
        }
        function memoize(func, resolver) {
          if (typeof func != "function" || resolver != null && typeof resolver != "function") {
            throw new TypeError2(FUNC_ERROR_TEXT);
          }
          var memoized = function() {
            var args = arguments, key = resolver ? resolver.apply(this, args) : args[0], cache = memoized.cache;
            if (cache.has(key)) {
              return cache.get(key);
            }
            var result2 = func.apply(this, args);
            memoized.cache = cache.set(key, result2) || cache;
            return result2;
          };
          memoized.cache = new (memoize.Cache || MapCache)();
          return memoized;
        }
        memoize.Cache = MapCache;
        function negate(predicate) {
          if (typeof predicate != "function") {
            throw new TypeError2(FUNC_ERROR_TEXT);
          }
          return function() {
            var args = arguments;
            switch (args.length) {
              case 0:
                return !predicate.call(this);
              case 1:
                return !predicate.call(this, args[0]);
              case 2:
                return !predicate.call(this, args[0], args[1]);
              case 3:
                return !predicate.call(this, args[0], args[1], args[2]);
            }
            return !predicate.apply(this, args);
          };
        }
        function once3(func) {
          return before(2, func);
        }
        var overArgs = castRest(function(func, transforms) {
          transforms = transforms.length == 1 && isArray(transforms[0]) ? arrayMap(transforms[0], baseUnary(getIteratee())) : arrayMap(baseFlatten(transforms, 1), baseUnary(getIteratee()));
          var funcsLength = transforms.length;
          return baseRest(function(args) {
            var index = -1, length = nativeMin(args.length, funcsLength);
            while (++index < length) {
              args[index] = transforms[index].call(this, args[index]);
            }
            return apply(func, this, args);
          });
        });
        var partial = baseRest(function(func, partials) {
          var holders = replaceHolders(partials, getHolder(partial));
          return createWrap(func, WRAP_PARTIAL_FLAG, undefined2, partials, holders);
        });
        var partialRight = baseRest(function(func, partials) {
          var holders = replaceHolders(partials, getHolder(partialRight));
          return createWrap(func, WRAP_PARTIAL_RIGHT_FLAG, undefined2, partials, holders);
        });
        var rearg = flatRest(function(func, indexes) {
          return createWrap(func, WRAP_REARG_FLAG, undefined2, undefined2, undefined2, indexes);
        });
        function rest(func, start) {
          if (typeof func != "function") {
            throw new TypeError2(FUNC_ERROR_TEXT);
          }
          start = start === undefined2 ? start : toInteger(start);
          return baseRest(func, start);
        }
        function spread2(func, start) {
          if (typeof func != "function") {
            throw new TypeError2(FUNC_ERROR_TEXT);
          }
          start = start == null ? 0 : nativeMax(toInteger(start), 0);
          return baseRest(function(args) {
            var array = args[start], otherArgs = castSlice(args, 0, start);
            if (array) {
              arrayPush(otherArgs, array);
            }
            return apply(func, this, otherArgs);
          });
        }
        function throttle(func, wait, options) {
          var leading = true, trailing = true;
          if (typeof func != "function") {
            throw new TypeError2(FUNC_ERROR_TEXT);
          }
          if (isObject(options)) {
            leading = "leading" in options ? !!options.leading : leading;
            trailing = "trailing" in options ? !!options.trailing : trailing;
          }
          return debounce(func, wait, {
            "leading": leading,
            "maxWait": wait,
            "trailing": trailing
          });
        }
        function unary(func) {
          return ary(func, 1);
        }
        function wrap(value, wrapper) {
          return partial(castFunction(wrapper), value);
        }
        function castArray() {
          if (!arguments.length) {
            return [];
          }
          var value = arguments[0];
          return isArray(value) ? value : [value];
        }
        function clone(value) {
          return baseClone(value, CLONE_SYMBOLS_FLAG);
        }
        function cloneWith(value, customizer) {
          customizer = typeof customizer == "function" ? customizer : undefined2;
          return baseClone(value, CLONE_SYMBOLS_FLAG, customizer);
        }
        function cloneDeep(value) {
          return baseClone(value, CLONE_DEEP_FLAG | CLONE_SYMBOLS_FLAG);
        }
        function cloneDeepWith(value, customizer) {
          customizer = typeof customizer == "function" ? customizer : undefined2;
          return baseClone(value, CLONE_DEEP_FLAG | CLONE_SYMBOLS_FLAG, customizer);
        }
        function conformsTo(object, source) {
          return source == null || baseConformsTo(object, source, keys(source));
        }
        function eq(value, other) {
          return value === other || value !== value && other !== other;
        }
        var gt = createRelationalOperation(baseGt);
        var gte = createRelationalOperation(function(value, other) {
          return value >= other;
        });
        var isArguments = baseIsArguments(/* @__PURE__ */ (function() {
          return arguments;
        })()) ? baseIsArguments : function(value) {
          return isObjectLike(value) && hasOwnProperty.call(value, "callee") && !propertyIsEnumerable.call(value, "callee");
        };
        var isArray = Array2.isArray;
        var isArrayBuffer = nodeIsArrayBuffer ? baseUnary(nodeIsArrayBuffer) : baseIsArrayBuffer;
        function isArrayLike(value) {
          return value != null && isLength(value.length) && !isFunction(value);
        }
        function isArrayLikeObject(value) {
          return isObjectLike(value) && isArrayLike(value);
        }
        function isBoolean(value) {
          return value === true || value === false || isObjectLike(value) && baseGetTag(value) == boolTag;
        }
        var isBuffer = nativeIsBuffer || stubFalse;
        var isDate = nodeIsDate ? baseUnary(nodeIsDate) : baseIsDate;
        function isElement(value) {
          return isObjectLike(value) && value.nodeType === 1 && !isPlainObject(value);
        }
        function isEmpty(value) {
          if (value == null) {
            return true;
          }
          if (isArrayLike(value) && (isArray(value) || typeof value == "string" || typeof value.splice == "function" || isBuffer(value) || isTypedArray(value) || isArguments(value))) {
            return !value.length;
          }
          var tag = getTag(value);
          if (tag == mapTag || tag == setTag) {
            return !value.size;
          }
          if (isPrototype(value)) {
            return !baseKeys(value).length;
          }
          for (var key in value) {
            if (hasOwnProperty.call(value, key)) {
              return false;
            }
          }
          return true;
        }
        function isEqual(value, other) {
          return baseIsEqual(value, other);
        }
        function isEqualWith(value, other, customizer) {
          customizer = typeof customizer == "function" ? customizer : undefined2;
          var result2 = customizer ? customizer(value, other) : undefined2;
          return result2 === undefined2 ? baseIsEqual(value, other, undefined2, customizer) : !!result2;
        }
        function isError(value) {
          if (!isObjectLike(value)) {
            return false;
          }
          var tag = baseGetTag(value);
          return tag == errorTag || tag == domExcTag || typeof value.message == "string" && typeof value.name == "string" && !isPlainObject(value);
        }
        function isFinite2(value) {
          return typeof value == "number" && nativeIsFinite(value);
        }
        function isFunction(value) {
          if (!isObject(value)) {
            return false;
          }
          var tag = baseGetTag(value);
          return tag == funcTag || tag == genTag || tag == asyncTag || tag == proxyTag;
        }
        function isInteger(value) {
          return typeof value == "number" && value == toInteger(value);
        }
        function isLength(value) {
          return typeof value == "number" && value > -1 && value % 1 == 0 && value <= MAX_SAFE_INTEGER;
        }
        function isObject(value) {
          var type = typeof value;
          return value != null && (type == "object" || type == "function");
        }
        function isObjectLike(value) {
          return value != null && typeof value == "object";
        }
        var isMap = nodeIsMap ? baseUnary(nodeIsMap) : baseIsMap;
        function isMatch(object, source) {
          return object === source || baseIsMatch(object, source, getMatchData(source));
        }
        function isMatchWith(object, source, customizer) {
          customizer = typeof customizer == "function" ? customizer : undefined2;
          return baseIsMatch(object, source, getMatchData(source), customizer);
        }
        function isNaN2(value) {
          return isNumber(value) && value != +value;
        }
        function isNative(value) {
          if (isMaskable(value)) {
            throw new Error2(CORE_ERROR_TEXT);
          }
          return baseIsNative(value);
        }
        function isNull(value) {
          return value === null;
        }
        function isNil(value) {
          return value == null;
        }
        function isNumber(value) {
          return typeof value == "number" || isObjectLike(value) && baseGetTag(value) == numberTag;
        }
        function isPlainObject(value) {
          if (!isObjectLike(value) || baseGetTag(value) != objectTag) {
            return false;
          }
          var proto = getPrototype(value);
          if (proto === null) {
            return true;
          }
          var Ctor = hasOwnProperty.call(proto, "constructor") && proto.constructor;
          return typeof Ctor == "function" && Ctor instanceof Ctor && funcToString.call(Ctor) == objectCtorString;
        }
        var isRegExp = nodeIsRegExp ? baseUnary(nodeIsRegExp) : baseIsRegExp;
        function isSafeInteger(value) {
          return isInteger(value) && value >= -MAX_SAFE_INTEGER && value <= MAX_SAFE_INTEGER;
        }
        var isSet = nodeIsSet ? baseUnary(nodeIsSet) : baseIsSet;
        function isString(value) {
          return typeof value == "string" || !isArray(value) && isObjectLike(value) && baseGetTag(value) == stringTag;
        }
        function isSymbol(value) {
          return typeof value == "symbol" || isObjectLike(value) && baseGetTag(value) == symbolTag;
        }
        var isTypedArray = nodeIsTypedArray ? baseUnary(nodeIsTypedArray) : baseIsTypedArray;
        function isUndefined(value) {
          return value === undefined2;
        }
        function isWeakMap(value) {
          return isObjectLike(value) && getTag(value) == weakMapTag;
        }
        function isWeakSet(value) {
          return isObjectLike(value) && baseGetTag(value) == weakSetTag;
        }
        var lt = createRelationalOperation(baseLt);
        var lte = createRelationalOperation(function(value, other) {
          return value <= other;
        });
        function toArray(value) {
          if (!value) {
            return [];
          }
          if (isArrayLike(value)) {
            return isString(value) ? stringToArray(value) : copyArray(value);
          }
          if (symIterator && value[symIterator]) {
            return iteratorToArray(value[symIterator]());
          }
          var tag = getTag(value), func = tag == mapTag ? mapToArray : tag == setTag ? setToArray : values;
          return func(value);
        }
        function toFinite(value) {
          if (!value) {
            return value === 0 ? value : 0;
          }
          value = toNumber(value);
          if (value === INFINITY || value === -INFINITY) {
            var sign = value < 0 ? -1 : 1;
            return sign * MAX_INTEGER;
          }
          return value === value ? value : 0;
        }
        function toInteger(value) {
          var result2 = toFinite(value), remainder = result2 % 1;
          return result2 === result2 ? remainder ? result2 - remainder : result2 : 0;
        }
        function toLength(value) {
          return value ? baseClamp(toInteger(value), 0, MAX_ARRAY_LENGTH) : 0;
        }
        function toNumber(value) {
          if (typeof value == "number") {
            return value;
          }
          if (isSymbol(value)) {
            return NAN;
          }
          if (isObject(value)) {
            var other = typeof value.valueOf == "function" ? value.valueOf() : value;
            value = isObject(other) ? other + "" : other;
          }
          if (typeof value != "string") {
            return value === 0 ? value : +value;
          }
          value = baseTrim(value);
          var isBinary = reIsBinary.test(value);
          return isBinary || reIsOctal.test(value) ? freeParseInt(value.slice(2), isBinary ? 2 : 8) : reIsBadHex.test(value) ? NAN : +value;
        }
        function toPlainObject(value) {
          return copyObject(value, keysIn(value));
        }
        function toSafeInteger(value) {
          return value ? baseClamp(toInteger(value), -MAX_SAFE_INTEGER, MAX_SAFE_INTEGER) : value === 0 ? value : 0;
        }
        function toString(value) {
          return value == null ? "" : baseToString(value);
        }
        var assign = createAssigner(function(object, source) {
          if (isPrototype(source) || isArrayLike(source)) {
            copyObject(source, keys(source), object);
            return;
          }
          for (var key in source) {
            if (hasOwnProperty.call(source, key)) {
              assignValue(object, key, source[key]);
            }
          }
        });
        var assignIn = createAssigner(function(object, source) {
          copyObject(source, keysIn(source), object);
        });
        var assignInWith = createAssigner(function(object, source, srcIndex, customizer) {
          copyObject(source, keysIn(source), object, customizer);
        });
        var assignWith = createAssigner(function(object, source, srcIndex, customizer) {
          copyObject(source, keys(source), object, customizer);
        });
        var at = flatRest(baseAt);
        function create(prototype, properties) {
          var result2 = baseCreate(prototype);
          return properties == null ? result2 : baseAssign(result2, properties);
        }
        var defaults = baseRest(function(object, sources) {
          object = Object2(object);
          var index = -1;
          var length = sources.length;
          var guard = length > 2 ? sources[2] : undefined2;
          if (guard && isIterateeCall(sources[0], sources[1], guard)) {
            length = 1;
          }
          while (++index < length) {
            var source = sources[index];
            var props = keysIn(source);
            var propsIndex = -1;
            var propsLength = props.length;
            while (++propsIndex < propsLength) {
              var key = props[propsIndex];
              var value = object[key];
              if (value === undefined2 || eq(value, objectProto[key]) && !hasOwnProperty.call(object, key)) {
                object[key] = source[key];
              }
            }
          }
          return object;
        });
        var defaultsDeep = baseRest(function(args) {
          args.push(undefined2, customDefaultsMerge);
          return apply(mergeWith, undefined2, args);
        });
        function findKey(object, predicate) {
          return baseFindKey(object, getIteratee(predicate, 3), baseForOwn);
        }
        function findLastKey(object, predicate) {
          return baseFindKey(object, getIteratee(predicate, 3), baseForOwnRight);
        }
        function forIn(object, iteratee2) {
          return object == null ? object : baseFor(object, getIteratee(iteratee2, 3), keysIn);
        }
        function forInRight(object, iteratee2) {
          return object == null ? object : baseForRight(object, getIteratee(iteratee2, 3), keysIn);
        }
        function forOwn(object, iteratee2) {
          return object && baseForOwn(object, getIteratee(iteratee2, 3));
        }
        function forOwnRight(object, iteratee2) {
          return object && baseForOwnRight(object, getIteratee(iteratee2, 3));
        }
        function functions(object) {
          return object == null ? [] : baseFunctions(object, keys(object));
        }
        function functionsIn(object) {
          return object == null ? [] : baseFunctions(object, keysIn(object));
        }
        function get(object, path, defaultValue) {
          var result2 = object == null ? undefined2 : baseGet(object, path);
          return result2 === undefined2 ? defaultValue : result2;
        }
        function has(object, path) {
          return object != null && hasPath(object, path, baseHas);
        }
        function hasIn(object, path) {
          return object != null && hasPath(object, path, baseHasIn);
        }
        var invert = createInverter(function(result2, value, key) {
          if (value != null && typeof value.toString != "function") {
            value = nativeObjectToString.call(value);
          }
          result2[value] = key;
        }, constant(identity));
        var invertBy = createInverter(function(result2, value, key) {
          if (value != null && typeof value.toString != "function") {
            value = nativeObjectToString.call(value);
          }
          if (hasOwnProperty.call(result2, value)) {
            result2[value].push(key);
          } else {
            result2[value] = [key];
          }
        }, getIteratee);
        var invoke = baseRest(baseInvoke);
        function keys(object) {
          return isArrayLike(object) ? arrayLikeKeys(object) : baseKeys(object);
        }
        function keysIn(object) {
          return isArrayLike(object) ? arrayLikeKeys(object, true) : baseKeysIn(object);
        }
        function mapKeys(object, iteratee2) {
          var result2 = {};
          iteratee2 = getIteratee(iteratee2, 3);
          baseForOwn(object, function(value, key, object2) {
            baseAssignValue(result2, iteratee2(value, key, object2), value);
          });
          return result2;
        }
        function mapValues(object, iteratee2) {
          var result2 = {};
          iteratee2 = getIteratee(iteratee2, 3);
          baseForOwn(object, function(value, key, object2) {
            baseAssignValue(result2, key, iteratee2(value, key, object2));
          });
          return result2;
        }
        var merge = createAssigner(function(object, source, srcIndex) {
          baseMerge(object, source, srcIndex);
        });
        var mergeWith = createAssigner(function(object, source, srcIndex, customizer) {
          baseMerge(object, source, srcIndex, customizer);
        });
        var omit = flatRest(function(object, paths) {
          var result2 = {};
          if (object == null) {
            return result2;
          }
          var isDeep = false;
          paths = arrayMap(paths, function(path) {
            path = castPath(path, object);
            isDeep || (isDeep = path.length > 1);
            return path;
          });
          copyObject(object, getAllKeysIn(object), result2);
          if (isDeep) {
            result2 = baseClone(result2, CLONE_DEEP_FLAG | CLONE_FLAT_FLAG | CLONE_SYMBOLS_FLAG, customOmitClone);
          }
          var length = paths.length;
          while (length--) {
            baseUnset(result2, paths[length]);
          }
          return result2;
        });
        function omitBy(object, predicate) {
          return pickBy(object, negate(getIteratee(predicate)));
        }
        var pick = flatRest(function(object, paths) {
          return object == null ? {} : basePick(object, paths);
        });
        function pickBy(object, predicate) {
          if (object == null) {
            return {};
          }
          var props = arrayMap(getAllKeysIn(object), function(prop) {
            return [prop];
          });
          predicate = getIteratee(predicate);
          return basePickBy(object, props, function(value, path) {
            return predicate(value, path[0]);
          });
        }
        function result(object, path, defaultValue) {
          path = castPath(path, object);
          var index = -1, length = path.length;
          if (!length) {
            length = 1;
            object = undefined2;
          }
          while (++index < length) {
            var value = object == null ? undefined2 : object[toKey(path[index])];
            if (value === undefined2) {
              index = length;
              value = defaultValue;
            }
            object = isFunction(value) ? value.call(object) : value;
          }
          return object;
        }
        function set(object, path, value) {
          return object == null ? object : baseSet(object, path, value);
        }
        function setWith(object, path, value, customizer) {
          customizer = typeof customizer == "function" ? customizer : undefined2;
          return object == null ? object : baseSet(object, path, value, customizer);
        }
        var toPairs = createToPairs(keys);
        var toPairsIn = createToPairs(keysIn);
        function transform(object, iteratee2, accumulator) {
          var isArr = isArray(object), isArrLike = isArr || isBuffer(object) || isTypedArray(object);
          iteratee2 = getIteratee(iteratee2, 4);
          if (accumulator == null) {
            var Ctor = object && object.constructor;
            if (isArrLike) {
              accumulator = isArr ? new Ctor() : [];
            } else if (isObject(object)) {
              accumulator = isFunction(Ctor) ? baseCreate(getPrototype(object)) : {};
            } else {
              accumulator = {};
            }
          }
          (isArrLike ? arrayEach : baseForOwn)(object, function(value, index, object2) {
            return iteratee2(accumulator, value, index, object2);
          });
          return accumulator;
        }
        function unset(object, path) {
          return object == null ? true : baseUnset(object, path);
        }
        function update(object, path, updater) {
          return object == null ? object : baseUpdate(object, path, castFunction(updater));
        }
        function updateWith(object, path, updater, customizer) {
          customizer = typeof customizer == "function" ? customizer : undefined2;
          return object == null ? object : baseUpdate(object, path, castFunction(updater), customizer);
        }
        function values(object) {
          return object == null ? [] : baseValues(object, keys(object));
        }
        function valuesIn(object) {
          return object == null ? [] : baseValues(object, keysIn(object));
        }
        function clamp(number, lower, upper) {
          if (upper === undefined2) {
            upper = lower;
            lower = undefined2;
          }
          if (upper !== undefined2) {
            upper = toNumber(upper);
            upper = upper === upper ? upper : 0;
          }
          if (lower !== undefined2) {
            lower = toNumber(lower);
            lower = lower === lower ? lower : 0;
          }
          return baseClamp(toNumber(number), lower, upper);
        }
        function inRange(number, start, end) {
          start = toFinite(start);
          if (end === undefined2) {
            end = start;
            start = 0;
          } else {
            end = toFinite(end);
          }
          number = toNumber(number);
          return baseInRange(number, start, end);
        }
        function random(lower, upper, floating) {
          if (floating && typeof floating != "boolean" && isIterateeCall(lower, upper, floating)) {
            upper = floating = undefined2;
          }
          if (floating === undefined2) {
            if (typeof upper == "boolean") {
              floating = upper;
              upper = undefined2;
            } else if (typeof lower == "boolean") {
              floating = lower;
              lower = undefined2;
            }
          }
          if (lower === undefined2 && upper === undefined2) {
            lower = 0;
            upper = 1;
          } else {
            lower = toFinite(lower);
            if (upper === undefined2) {
              upper = lower;
              lower = 0;
            } else {
              upper = toFinite(upper);
            }
          }
          if (lower > upper) {
            var temp = lower;
            lower = upper;
            upper = temp;
          }
          if (floating || lower % 1 || upper % 1) {
            var rand = nativeRandom();
            return nativeMin(lower + rand * (upper - lower + freeParseFloat("1e-" + ((rand + "").length - 1))), upper);
          }
          return baseRandom(lower, upper);
        }
        var camelCase = createCompounder(function(result2, word, index) {
          word = word.toLowerCase();
          return result2 + (index ? capitalize(word) : word);
        });
        function capitalize(string) {
          return upperFirst(toString(string).toLowerCase());
        }
        function deburr(string) {
          string = toString(string);
          return string && string.replace(reLatin, deburrLetter).replace(reComboMark, "");
        }
        function endsWith(string, target, position) {
          string = toString(string);
          target = baseToString(target);
          var length = string.length;
          position = position === undefined2 ? length : baseClamp(toInteger(position), 0, length);
          var end = position;
          position -= target.length;
          return position >= 0 && string.slice(position, end) == target;
        }
        function escape(string) {
          string = toString(string);
          return string && reHasUnescapedHtml.test(string) ? string.replace(reUnescapedHtml, escapeHtmlChar) : string;
        }
        function escapeRegExp(string) {
          string = toString(string);
          return string && reHasRegExpChar.test(string) ? string.replace(reRegExpChar, "\\$&") : string;
        }
        var kebabCase = createCompounder(function(result2, word, index) {
          return result2 + (index ? "-" : "") + word.toLowerCase();
        });
        var lowerCase = createCompounder(function(result2, word, index) {
          return result2 + (index ? " " : "") + word.toLowerCase();
        });
        var lowerFirst = createCaseFirst("toLowerCase");
        function pad(string, length, chars) {
          string = toString(string);
          length = toInteger(length);
          var strLength = length ? stringSize(string) : 0;
          if (!length || strLength >= length) {
            return string;
          }
          var mid = (length - strLength) / 2;
          return createPadding(nativeFloor(mid), chars) + string + createPadding(nativeCeil(mid), chars);
        }
        function padEnd(string, length, chars) {
          string = toString(string);
          length = toInteger(length);
          var strLength = length ? stringSize(string) : 0;
          return length && strLength < length ? string + createPadding(length - strLength, chars) : string;
        }
        function padStart(string, length, chars) {
          string = toString(string);
          length = toInteger(length);
          var strLength = length ? stringSize(string) : 0;
          return length && strLength < length ? createPadding(length - strLength, chars) + string : string;
        }
        function parseInt2(string, radix, guard) {
          if (guard || radix == null) {
            radix = 0;
          } else if (radix) {
            radix = +radix;
          }
          return nativeParseInt(toString(string).replace(reTrimStart, ""), radix || 0);
        }
        function repeat(string, n, guard) {
          if (guard ? isIterateeCall(string, n, guard) : n === undefined2) {
            n = 1;
          } else {
            n = toInteger(n);
          }
          return baseRepeat(toString(string), n);
        }
        function replace() {
          var args = arguments, string = toString(args[0]);
          return args.length < 3 ? string : string.replace(args[1], args[2]);
        }
        var snakeCase = createCompounder(function(result2, word, index) {
          return result2 + (index ? "_" : "") + word.toLowerCase();
        });
        function split(string, separator, limit) {
          if (limit && typeof limit != "number" && isIterateeCall(string, separator, limit)) {
            separator = limit = undefined2;
          }
          limit = limit === undefined2 ? MAX_ARRAY_LENGTH : limit >>> 0;
          if (!limit) {
            return [];
          }
          string = toString(string);
          if (string && (typeof separator == "string" || separator != null && !isRegExp(separator))) {
            separator = baseToString(separator);
            if (!separator && hasUnicode(string)) {
              return castSlice(stringToArray(string), 0, limit);
            }
          }
          return string.split(separator, limit);
        }
        var startCase = createCompounder(function(result2, word, index) {
          return result2 + (index ? " " : "") + upperFirst(word);
        });
        function startsWith(string, target, position) {
          string = toString(string);
          position = position == null ? 0 : baseClamp(toInteger(position), 0, string.length);
          target = baseToString(target);
          return string.slice(position, position + target.length) == target;
        }
        function template(string, options, guard) {
          var settings = lodash2.templateSettings;
          if (guard && isIterateeCall(string, options, guard)) {
            options = undefined2;
          }
          string = toString(string);
          options = assignWith({}, options, settings, customDefaultsAssignIn);
          var imports = assignWith({}, options.imports, settings.imports, customDefaultsAssignIn), importsKeys = keys(imports), importsValues = baseValues(imports, importsKeys);
          arrayEach(importsKeys, function(key) {
            if (reForbiddenIdentifierChars.test(key)) {
              throw new Error2(INVALID_TEMPL_IMPORTS_ERROR_TEXT);
            }
          });
          var isEscaping, isEvaluating, index = 0, interpolate = options.interpolate || reNoMatch, source = "__p += '";
          var reDelimiters = RegExp2(
            (options.escape || reNoMatch).source + "|" + interpolate.source + "|" + (interpolate === reInterpolate ? reEsTemplate : reNoMatch).source + "|" + (options.evaluate || reNoMatch).source + "|$",
            "g"
          );
          var sourceURL = "//# sourceURL=" + (hasOwnProperty.call(options, "sourceURL") ? (options.sourceURL + "").replace(/\s/g, " ") : "lodash.templateSources[" + ++templateCounter + "]") + "\n";
          string.replace(reDelimiters, function(match, escapeValue, interpolateValue, esTemplateValue, evaluateValue, offset) {
            interpolateValue || (interpolateValue = esTemplateValue);
            source += string.slice(index, offset).replace(reUnescapedString, escapeStringChar);
            if (escapeValue) {
              isEscaping = true;
              source += "' +\n__e(" + escapeValue + ") +\n'";
            }
            if (evaluateValue) {
              isEvaluating = true;
              source += "';\n" + evaluateValue + ";\n__p += '";
            }
            if (interpolateValue) {
              source += "' +\n((__t = (" + interpolateValue + ")) == null ? '' : __t) +\n'";
            }
            index = offset + match.length;
            return match;
          });
          source += "';\n";
          var variable = hasOwnProperty.call(options, "variable") && options.variable;
          if (!variable) {
            source = "with (obj) {\n" + source + "\n}\n";
          } else if (reForbiddenIdentifierChars.test(variable)) {
            throw new Error2(INVALID_TEMPL_VAR_ERROR_TEXT);
          }
          source = (isEvaluating ? source.replace(reEmptyStringLeading, "") : source).replace(reEmptyStringMiddle, "$1").replace(reEmptyStringTrailing, "$1;");
          source = "function(" + (variable || "obj") + ") {\n" + (variable ? "" : "obj || (obj = {});\n") + "var __t, __p = ''" + (isEscaping ? ", __e = _.escape" : "") + (isEvaluating ? ", __j = Array.prototype.join;\nfunction print() { __p += __j.call(arguments, '') }\n" : ";\n") + source + "return __p\n}";
          var result2 = attempt3(function() {
            return Function2(importsKeys, sourceURL + "return " + source).apply(undefined2, importsValues);
          });
          result2.source = source;
          if (isError(result2)) {
            throw result2;
          }
          return result2;
        }
        function toLower(value) {
          return toString(value).toLowerCase();
        }
        function toUpper(value) {
          return toString(value).toUpperCase();
        }
        function trim(string, chars, guard) {
          string = toString(string);
          if (string && (guard || chars === undefined2)) {
            return baseTrim(string);
          }
          if (!string || !(chars = baseToString(chars))) {
            return string;
          }
          var strSymbols = stringToArray(string), chrSymbols = stringToArray(chars), start = charsStartIndex(strSymbols, chrSymbols), end = charsEndIndex(strSymbols, chrSymbols) + 1;
          return castSlice(strSymbols, start, end).join("");
        }
        function trimEnd(string, chars, guard) {
          string = toString(string);
          if (string && (guard || chars === undefined2)) {
            return string.slice(0, trimmedEndIndex(string) + 1);
          }
          if (!string || !(chars = baseToString(chars))) {
            return string;
          }
          var strSymbols = stringToArray(string), end = charsEndIndex(strSymbols, stringToArray(chars)) + 1;
          return castSlice(strSymbols, 0, end).join("");
        }
        function trimStart(string, chars, guard) {
          string = toString(string);
          if (string && (guard || chars === undefined2)) {
            return string.replace(reTrimStart, "");
          }
          if (!string || !(chars = baseToString(chars))) {
            return string;
          }
          var strSymbols = stringToArray(string), start = charsStartIndex(strSymbols, stringToArray(chars));
          return castSlice(strSymbols, start).join("");
        }
        function truncate(string, options) {
          var length = DEFAULT_TRUNC_LENGTH, omission = DEFAULT_TRUNC_OMISSION;
          if (isObject(options)) {
            var separator = "separator" in options ? options.separator : separator;
            length = "length" in options ? toInteger(options.length) : length;
            omission = "omission" in options ? baseToString(options.omission) : omission;
          }
          string = toString(string);
          var strLength = string.length;
          if (hasUnicode(string)) {
            var strSymbols = stringToArray(string);
            strLength = strSymbols.length;
          }
          if (length >= strLength) {
            return string;
          }
          var end = length - stringSize(omission);
          if (end < 1) {
            return omission;
          }
          var result2 = strSymbols ? castSlice(strSymbols, 0, end).join("") : string.slice(0, end);
          if (separator === undefined2) {
            return result2 + omission;
          }
          if (strSymbols) {
            end += result2.length - end;
          }
          if (isRegExp(separator)) {
            if (string.slice(end).search(separator)) {
              var match, substring = result2;
              if (!separator.global) {
                separator = RegExp2(separator.source, toString(reFlags.exec(separator)) + "g");
              }
              separator.lastIndex = 0;
              while (match = separator.exec(substring)) {
                var newEnd = match.index;
              }
              result2 = result2.slice(0, newEnd === undefined2 ? end : newEnd);
            }
          } else if (string.indexOf(baseToString(separator), end) != end) {
            var index = result2.lastIndexOf(separator);
            if (index > -1) {
              result2 = result2.slice(0, index);
            }
          }
          return result2 + omission;
        }
        function unescape(string) {
          string = toString(string);
          return string && reHasEscapedHtml.test(string) ? string.replace(reEscapedHtml, unescapeHtmlChar) : string;
        }
        var upperCase = createCompounder(function(result2, word, index) {
          return result2 + (index ? " " : "") + word.toUpperCase();
        });
        var upperFirst = createCaseFirst("toUpperCase");
        function words(string, pattern2, guard) {
          string = toString(string);
          pattern2 = guard ? undefined2 : pattern2;
          if (pattern2 === undefined2) {
            return hasUnicodeWord(string) ? unicodeWords(string) : asciiWords(string);
          }
          return string.match(pattern2) || [];
        }
        var attempt3 = baseRest(function(func, args) {
          try {
            return apply(func, undefined2, args);
          } catch (e) {
            return isError(e) ? e : new Error2(e);
          }
        });
        var bindAll = flatRest(function(object, methodNames) {
          arrayEach(methodNames, function(key) {
            key = toKey(key);
            baseAssignValue(object, key, bind(object[key], object));
          });
          return object;
        });
        function cond(pairs) {
          var length = pairs == null ? 0 : pairs.length, toIteratee = getIteratee();
          pairs = !length ? [] : arrayMap(pairs, function(pair) {
            if (typeof pair[1] != "function") {
              throw new TypeError2(FUNC_ERROR_TEXT);
            }
            return [toIteratee(pair[0]), pair[1]];
          });
          return baseRest(function(args) {
            var index = -1;
            while (++index < length) {
              var pair = pairs[index];
              if (apply(pair[0], this, args)) {
                return apply(pair[1], this, args);
              }
            }
          });
        }
        function conforms(source) {
          return baseConforms(baseClone(source, CLONE_DEEP_FLAG));
        }
        function constant(value) {
          return function() {
            return value;
          };
        }
        function defaultTo(value, defaultValue) {
          return value == null || value !== value ? defaultValue : value;
        }
        var flow = createFlow();
        var flowRight = createFlow(true);
        function identity(value) {
          return value;
        }
        function iteratee(func) {
          return baseIteratee(typeof func == "function" ? func : baseClone(func, CLONE_DEEP_FLAG));
        }
        function matches(source) {
          return baseMatches(baseClone(source, CLONE_DEEP_FLAG));
        }
        function matchesProperty(path, srcValue) {
          return baseMatchesProperty(path, baseClone(srcValue, CLONE_DEEP_FLAG));
        }
        var method = baseRest(function(path, args) {
          return function(object) {
            return baseInvoke(object, path, args);
          };
        });
        var methodOf = baseRest(function(object, args) {
          return function(path) {
            return baseInvoke(object, path, args);
          };
        });
        function mixin(object, source, options) {
          var props = keys(source), methodNames = baseFunctions(source, props);
          if (options == null && !(isObject(source) && (methodNames.length || !props.length))) {
            options = source;
            source = object;
            object = this;
            methodNames = baseFunctions(source, keys(source));
          }
          var chain2 = !(isObject(options) && "chain" in options) || !!options.chain, isFunc = isFunction(object);
          arrayEach(methodNames, function(methodName) {
            var func = source[methodName];
            object[methodName] = func;
            if (isFunc) {
              object.prototype[methodName] = function() {
                var chainAll = this.__chain__;
                if (chain2 || chainAll) {
                  var result2 = object(this.__wrapped__), actions = result2.__actions__ = copyArray(this.__actions__);
                  actions.push({ "func": func, "args": arguments, "thisArg": object });
                  result2.__chain__ = chainAll;
                  return result2;
                }
                return func.apply(object, arrayPush([this.value()], arguments));
              };
            }
          });
          return object;
        }
        function noConflict() {
          if (root._ === this) {
            root._ = oldDash;
          }
          return this;
        }
        function noop() {
        }
        function nthArg(n) {
          n = toInteger(n);
          return baseRest(function(args) {
            return baseNth(args, n);
          });
        }
        var over = createOver(arrayMap);
        var overEvery = createOver(arrayEvery);
        var overSome = createOver(arraySome);
        function property(path) {
          return isKey(path) ? baseProperty(toKey(path)) : basePropertyDeep(path);
        }
        function propertyOf(object) {
          return function(path) {
            return object == null ? undefined2 : baseGet(object, path);
          };
        }
        var range = createRange();
        var rangeRight = createRange(true);
        function stubArray() {
          return [];
        }
        function stubFalse() {
          return false;
        }
        function stubObject() {
          return {};
        }
        function stubString() {
          return "";
        }
        function stubTrue() {
          return true;
        }
        function times2(n, iteratee2) {
          n = toInteger(n);
          if (n < 1 || n > MAX_SAFE_INTEGER) {
            return [];
          }
          var index = MAX_ARRAY_LENGTH, length = nativeMin(n, MAX_ARRAY_LENGTH);
          iteratee2 = getIteratee(iteratee2);
          n -= MAX_ARRAY_LENGTH;
          var result2 = baseTimes(length, iteratee2);
          while (++index < n) {
            iteratee2(index);
          }
          return result2;
        }
        function toPath(value) {
          if (isArray(value)) {
            return arrayMap(value, toKey);
          }
          return isSymbol(value) ? [value] : copyArray(stringToPath(toString(value)));
        }
        function uniqueId(prefix) {
          var id = ++idCounter;
          return toString(prefix) + id;
        }
        var add = createMathOperation(function(augend, addend) {
          return augend + addend;
        }, 0);
        var ceil = createRound("ceil");
        var divide = createMathOperation(function(dividend, divisor) {
          return dividend / divisor;
        }, 1);
        var floor = createRound("floor");
        function max(array) {
          return array && array.length ? baseExtremum(array, identity, baseGt) : undefined2;
        }
        function maxBy(array, iteratee2) {
          return array && array.length ? baseExtremum(array, getIteratee(iteratee2, 2), baseGt) : undefined2;
        }
        function mean(array) {
          return baseMean(array, identity);
        }
        function meanBy(array, iteratee2) {
          return baseMean(array, getIteratee(iteratee2, 2));
        }
        function min(array) {
          return array && array.length ? baseExtremum(array, identity, baseLt) : undefined2;
        }
        function minBy(array, iteratee2) {
          return array && array.length ? baseExtremum(array, getIteratee(iteratee2, 2), baseLt) : undefined2;
        }
        var multiply = createMathOperation(function(multiplier, multiplicand) {
          return multiplier * multiplicand;
        }, 1);
        var round2 = createRound("round");
        var subtract = createMathOperation(function(minuend, subtrahend) {
          return minuend - subtrahend;
        }, 0);
        function sum(array) {
          return array && array.length ? baseSum(array, identity) : 0;
        }
        function sumBy(array, iteratee2) {
          return array && array.length ? baseSum(array, getIteratee(iteratee2, 2)) : 0;
        }
        lodash2.after = after;
        lodash2.ary = ary;
        lodash2.assign = assign;
        lodash2.assignIn = assignIn;
        lodash2.assignInWith = assignInWith;
        lodash2.assignWith = assignWith;
        lodash2.at = at;
        lodash2.before = before;
        lodash2.bind = bind;
        lodash2.bindAll = bindAll;
        lodash2.bindKey = bindKey;
        lodash2.castArray = castArray;
        lodash2.chain = chain;
        lodash2.chunk = chunk;
        lodash2.compact = compact;
        lodash2.concat = concat;
        lodash2.cond = cond;
        lodash2.conforms = conforms;
        lodash2.constant = constant;
        lodash2.countBy = countBy;
        lodash2.create = create;
        lodash2.curry = curry;
        lodash2.curryRight = curryRight;
        lodash2.debounce = debounce;
        lodash2.defaults = defaults;
        lodash2.defaultsDeep = defaultsDeep;
        lodash2.defer = defer;
        lodash2.delay = delay;
        lodash2.difference = difference;
        lodash2.differenceBy = differenceBy;
        lodash2.differenceWith = differenceWith;
        lodash2.drop = drop;
        lodash2.dropRight = dropRight;
        lodash2.dropRightWhile = dropRightWhile;
        lodash2.dropWhile = dropWhile;
        lodash2.fill = fill;
        lodash2.filter = filter;
        lodash2.flatMap = flatMap;
        lodash2.flatMapDeep = flatMapDeep;
        lodash2.flatMapDepth = flatMapDepth;
        lodash2.flatten = flatten;
        lodash2.flattenDeep = flattenDeep;
        lodash2.flattenDepth = flattenDepth;
        lodash2.flip = flip;
        lodash2.flow = flow;
        lodash2.flowRight = flowRight;
        lodash2.fromPairs = fromPairs;
        lodash2.functions = functions;
        lodash2.functionsIn = functionsIn;
        lodash2.groupBy = groupBy;
        lodash2.initial = initial;
        lodash2.intersection = intersection;
        lodash2.intersectionBy = intersectionBy;
        lodash2.intersectionWith = intersectionWith;
        lodash2.invert = invert;
        lodash2.invertBy = invertBy;
        lodash2.invokeMap = invokeMap;
        lodash2.iteratee = iteratee;
        lodash2.keyBy = keyBy;
        lodash2.keys = keys;
        lodash2.keysIn = keysIn;
        lodash2.map = map;
        lodash2.mapKeys = mapKeys;
        lodash2.mapValues = mapValues;
        lodash2.matches = matches;
        lodash2.matchesProperty = matchesProperty;
        lodash2.memoize = memoize;
        lodash2.merge = merge;
        lodash2.mergeWith = mergeWith;
        lodash2.method = method;
        lodash2.methodOf = methodOf;
        lodash2.mixin = mixin;
        lodash2.negate = negate;
        lodash2.nthArg = nthArg;
        lodash2.omit = omit;
        lodash2.omitBy = omitBy;
        lodash2.once = once3;
        lodash2.orderBy = orderBy;
        lodash2.over = over;
        lodash2.overArgs = overArgs;
        lodash2.overEvery = overEvery;
        lodash2.overSome = overSome;
        lodash2.partial = partial;
        lodash2.partialRight = partialRight;
        lodash2.partition = partition;
        lodash2.pick = pick;
        lodash2.pickBy = pickBy;
        lodash2.property = property;
        lodash2.propertyOf = propertyOf;
        lodash2.pull = pull;
        lodash2.pullAll = pullAll;
        lodash2.pullAllBy = pullAllBy;
        lodash2.pullAllWith = pullAllWith;
        lodash2.pullAt = pullAt;
        lodash2.range = range;
        lodash2.rangeRight = rangeRight;
        lodash2.rearg = rearg;
        lodash2.reject = reject;
        lodash2.remove = remove;
        lodash2.rest = rest;
        lodash2.reverse = reverse;
        lodash2.sampleSize = sampleSize;
        lodash2.set = set;
        lodash2.setWith = setWith;
        lodash2.shuffle = shuffle;
        lodash2.slice = slice;
        lodash2.sortBy = sortBy;
        lodash2.sortedUniq = sortedUniq;
        lodash2.sortedUniqBy = sortedUniqBy;
        lodash2.split = split;
        lodash2.spread = spread2;
        lodash2.tail = tail;
        lodash2.take = take;
        lodash2.takeRight = takeRight;
        lodash2.takeRightWhile = takeRightWhile;
        lodash2.takeWhile = takeWhile;
        lodash2.tap = tap;
        lodash2.throttle = throttle;
        lodash2.thru = thru;
        lodash2.toArray = toArray;
        lodash2.toPairs = toPairs;
        lodash2.toPairsIn = toPairsIn;
        lodash2.toPath = toPath;
        lodash2.toPlainObject = toPlainObject;
        lodash2.transform = transform;
        lodash2.unary = unary;
        lodash2.union = union;
        lodash2.unionBy = unionBy;
        lodash2.unionWith = unionWith;
        lodash2.uniq = uniq;
        lodash2.uniqBy = uniqBy;
        lodash2.uniqWith = uniqWith;
        lodash2.unset = unset;
        lodash2.unzip = unzip;
        lodash2.unzipWith = unzipWith;
        lodash2.update = update;
        lodash2.updateWith = updateWith;
        lodash2.values = values;
        lodash2.valuesIn = valuesIn;
        lodash2.without = without;
        lodash2.words = words;
        lodash2.wrap = wrap;
        lodash2.xor = xor;
        lodash2.xorBy = xorBy;
        lodash2.xorWith = xorWith;
        lodash2.zip = zip;
        lodash2.zipObject = zipObject;
        lodash2.zipObjectDeep = zipObjectDeep;
        lodash2.zipWith = zipWith;
        lodash2.entries = toPairs;
        lodash2.entriesIn = toPairsIn;
        lodash2.extend = assignIn;
        lodash2.extendWith = assignInWith;
        mixin(lodash2, lodash2);
        lodash2.add = add;
        lodash2.attempt = attempt3;
        lodash2.camelCase = camelCase;
        lodash2.capitalize = capitalize;
        lodash2.ceil = ceil;
        lodash2.clamp = clamp;
        lodash2.clone = clone;
        lodash2.cloneDeep = cloneDeep;
        lodash2.cloneDeepWith = cloneDeepWith;
        lodash2.cloneWith = cloneWith;
        lodash2.conformsTo = conformsTo;
        lodash2.deburr = deburr;
        lodash2.defaultTo = defaultTo;
        lodash2.divide = divide;
        lodash2.endsWith = endsWith;
        lodash2.eq = eq;
        lodash2.escape = escape;
        lodash2.escapeRegExp = escapeRegExp;
        lodash2.every = every;
        lodash2.find = find;
        lodash2.findIndex = findIndex;
        lodash2.findKey = findKey;
        lodash2.findLast = findLast;
        lodash2.findLastIndex = findLastIndex;
        lodash2.findLastKey = findLastKey;
        lodash2.floor = floor;
        lodash2.forEach = forEach;
        lodash2.forEachRight = forEachRight;
        lodash2.forIn = forIn;
        lodash2.forInRight = forInRight;
        lodash2.forOwn = forOwn;
        lodash2.forOwnRight = forOwnRight;
        lodash2.get = get;
        lodash2.gt = gt;
        lodash2.gte = gte;
        lodash2.has = has;
        lodash2.hasIn = hasIn;
        lodash2.head = head;
        lodash2.identity = identity;
        lodash2.includes = includes;
        lodash2.indexOf = indexOf;
        lodash2.inRange = inRange;
        lodash2.invoke = invoke;
        lodash2.isArguments = isArguments;
        lodash2.isArray = isArray;
        lodash2.isArrayBuffer = isArrayBuffer;
        lodash2.isArrayLike = isArrayLike;
        lodash2.isArrayLikeObject = isArrayLikeObject;
        lodash2.isBoolean = isBoolean;
        lodash2.isBuffer = isBuffer;
        lodash2.isDate = isDate;
        lodash2.isElement = isElement;
        lodash2.isEmpty = isEmpty;
        lodash2.isEqual = isEqual;
        lodash2.isEqualWith = isEqualWith;
        lodash2.isError = isError;
        lodash2.isFinite = isFinite2;
        lodash2.isFunction = isFunction;
        lodash2.isInteger = isInteger;
        lodash2.isLength = isLength;
        lodash2.isMap = isMap;
        lodash2.isMatch = isMatch;
        lodash2.isMatchWith = isMatchWith;
        lodash2.isNaN = isNaN2;
        lodash2.isNative = isNative;
        lodash2.isNil = isNil;
        lodash2.isNull = isNull;
        lodash2.isNumber = isNumber;
        lodash2.isObject = isObject;
        lodash2.isObjectLike = isObjectLike;
        lodash2.isPlainObject = isPlainObject;
        lodash2.isRegExp = isRegExp;
        lodash2.isSafeInteger = isSafeInteger;
        lodash2.isSet = isSet;
        lodash2.isString = isString;
        lodash2.isSymbol = isSymbol;
        lodash2.isTypedArray = isTypedArray;
        lodash2.isUndefined = isUndefined;
        lodash2.isWeakMap = isWeakMap;
        lodash2.isWeakSet = isWeakSet;
        lodash2.join = join6;
        lodash2.kebabCase = kebabCase;
        lodash2.last = last;
        lodash2.lastIndexOf = lastIndexOf;
        lodash2.lowerCase = lowerCase;
        lodash2.lowerFirst = lowerFirst;
        lodash2.lt = lt;
        lodash2.lte = lte;
        lodash2.max = max;
        lodash2.maxBy = maxBy;
        lodash2.mean = mean;
        lodash2.meanBy = meanBy;
        lodash2.min = min;
        lodash2.minBy = minBy;
        lodash2.stubArray = stubArray;
        lodash2.stubFalse = stubFalse;
        lodash2.stubObject = stubObject;
        lodash2.stubString = stubString;
        lodash2.stubTrue = stubTrue;
        lodash2.multiply = multiply;
        lodash2.nth = nth;
        lodash2.noConflict = noConflict;
        lodash2.noop = noop;
        lodash2.now = now;
        lodash2.pad = pad;
        lodash2.padEnd = padEnd;
        lodash2.padStart = padStart;
        lodash2.parseInt = parseInt2;
        lodash2.random = random;
        lodash2.reduce = reduce;
        lodash2.reduceRight = reduceRight;
        lodash2.repeat = repeat;
        lodash2.replace = replace;
        lodash2.result = result;
        lodash2.round = round2;
        lodash2.runInContext = runInContext2;
        lodash2.sample = sample;
        lodash2.size = size2;
        lodash2.snakeCase = snakeCase;
        lodash2.some = some;
        lodash2.sortedIndex = sortedIndex;
        lodash2.sortedIndexBy = sortedIndexBy;
        lodash2.sortedIndexOf = sortedIndexOf;
        lodash2.sortedLastIndex = sortedLastIndex;
        lodash2.sortedLastIndexBy = sortedLastIndexBy;
        lodash2.sortedLastIndexOf = sortedLastIndexOf;
        lodash2.startCase = startCase;
        lodash2.startsWith = startsWith;
        lodash2.subtract = subtract;
        lodash2.sum = sum;
        lodash2.sumBy = sumBy;
        lodash2.template = template;
        lodash2.times = times2;
        lodash2.toFinite = toFinite;
        lodash2.toInteger = toInteger;
        lodash2.toLength = toLength;
        lodash2.toLower = toLower;
        lodash2.toNumber = toNumber;
        lodash2.toSafeInteger = toSafeInteger;
        lodash2.toString = toString;
        lodash2.toUpper = toUpper;
        lodash2.trim = trim;
        lodash2.trimEnd = trimEnd;
        lodash2.trimStart = trimStart;
        lodash2.truncate = truncate;
        lodash2.unescape = unescape;
        lodash2.uniqueId = uniqueId;
        lodash2.upperCase = upperCase;
        lodash2.upperFirst = upperFirst;
        lodash2.each = forEach;
        lodash2.eachRight = forEachRight;
        lodash2.first = head;
        mixin(lodash2, (function() {
          var source = {};
          baseForOwn(lodash2, function(func, methodName) {
            if (!hasOwnProperty.call(lodash2.prototype, methodName)) {
              source[methodName] = func;
            }
          });
          return source;
        })(), { "chain": false });
        lodash2.VERSION = VERSION;
        arrayEach(["bind", "bindKey", "curry", "curryRight", "partial", "partialRight"], function(methodName) {
          lodash2[methodName].placeholder = lodash2;
        });
        arrayEach(["drop", "take"], function(methodName, index) {
          LazyWrapper.prototype[methodName] = function(n) {
            n = n === undefined2 ? 1 : nativeMax(toInteger(n), 0);
            var result2 = this.__filtered__ && !index ? new LazyWrapper(this) : this.clone();
            if (result2.__filtered__) {
              result2.__takeCount__ = nativeMin(n, result2.__takeCount__);
            } else {
              result2.__views__.push({
                "size": nativeMin(n, MAX_ARRAY_LENGTH),
                "type": methodName + (result2.__dir__ < 0 ? "Right" : "")
              });
            }
            return result2;
          };
          LazyWrapper.prototype[methodName + "Right"] = function(n) {
            return this.reverse()[methodName](n).reverse();
          };
        });
        arrayEach(["filter", "map", "takeWhile"], function(methodName, index) {
          var type = index + 1, isFilter = type == LAZY_FILTER_FLAG || type == LAZY_WHILE_FLAG;
          LazyWrapper.prototype[methodName] = function(iteratee2) {
            var result2 = this.clone();
            result2.__iteratees__.push({
              "iteratee": getIteratee(iteratee2, 3),
              "type": type
            });
            result2.__filtered__ = result2.__filtered__ || isFilter;
            return result2;
          };
        });
        arrayEach(["head", "last"], function(methodName, index) {
          var takeName = "take" + (index ? "Right" : "");
          LazyWrapper.prototype[methodName] = function() {
            return this[takeName](1).value()[0];
          };
        });
        arrayEach(["initial", "tail"], function(methodName, index) {
          var dropName = "drop" + (index ? "" : "Right");
          LazyWrapper.prototype[methodName] = function() {
            return this.__filtered__ ? new LazyWrapper(this) : this[dropName](1);
          };
        });
        LazyWrapper.prototype.compact = function() {
          return this.filter(identity);
        };
        LazyWrapper.prototype.find = function(predicate) {
          return this.filter(predicate).head();
        };
        LazyWrapper.prototype.findLast = function(predicate) {
          return this.reverse().find(predicate);
        };
        LazyWrapper.prototype.invokeMap = baseRest(function(path, args) {
          if (typeof path == "function") {
            return new LazyWrapper(this);
          }
          return this.map(function(value) {
            return baseInvoke(value, path, args);
          });
        });
        LazyWrapper.prototype.reject = function(predicate) {
          return this.filter(negate(getIteratee(predicate)));
        };
        LazyWrapper.prototype.slice = function(start, end) {
          start = toInteger(start);
          var result2 = this;
          if (result2.__filtered__ && (start > 0 || end < 0)) {
            return new LazyWrapper(result2);
          }
          if (start < 0) {
            result2 = result2.takeRight(-start);
          } else if (start) {
            result2 = result2.drop(start);
          }
          if (end !== undefined2) {
            end = toInteger(end);
            result2 = end < 0 ? result2.dropRight(-end) : result2.take(end - start);
          }
          return result2;
        };
        LazyWrapper.prototype.takeRightWhile = function(predicate) {
          return this.reverse().takeWhile(predicate).reverse();
        };
        LazyWrapper.prototype.toArray = function() {
          return this.take(MAX_ARRAY_LENGTH);
        };
        baseForOwn(LazyWrapper.prototype, function(func, methodName) {
          var checkIteratee = /^(?:filter|find|map|reject)|While$/.test(methodName), isTaker = /^(?:head|last)$/.test(methodName), lodashFunc = lodash2[isTaker ? "take" + (methodName == "last" ? "Right" : "") : methodName], retUnwrapped = isTaker || /^find/.test(methodName);
          if (!lodashFunc) {
            return;
          }
          lodash2.prototype[methodName] = function() {
            var value = this.__wrapped__, args = isTaker ? [1] : arguments, isLazy = value instanceof LazyWrapper, iteratee2 = args[0], useLazy = isLazy || isArray(value);
            var interceptor = function(value2) {
              var result3 = lodashFunc.apply(lodash2, arrayPush([value2], args));
              return isTaker && chainAll ? result3[0] : result3;
            };
            if (useLazy && checkIteratee && typeof iteratee2 == "function" && iteratee2.length != 1) {
              isLazy = useLazy = false;
            }
            var chainAll = this.__chain__, isHybrid = !!this.__actions__.length, isUnwrapped = retUnwrapped && !chainAll, onlyLazy = isLazy && !isHybrid;
            if (!retUnwrapped && useLazy) {
              value = onlyLazy ? value : new LazyWrapper(this);
              var result2 = func.apply(value, args);
              result2.__actions__.push({ "func": thru, "args": [interceptor], "thisArg": undefined2 });
              return new LodashWrapper(result2, chainAll);
            }
            if (isUnwrapped && onlyLazy) {
              return func.apply(this, args);
            }
            result2 = this.thru(interceptor);
            return isUnwrapped ? isTaker ? result2.value()[0] : result2.value() : result2;
          };
        });
        arrayEach(["pop", "push", "shift", "sort", "splice", "unshift"], function(methodName) {
          var func = arrayProto[methodName], chainName = /^(?:push|sort|unshift)$/.test(methodName) ? "tap" : "thru", retUnwrapped = /^(?:pop|shift)$/.test(methodName);
          lodash2.prototype[methodName] = function() {
            var args = arguments;
            if (retUnwrapped && !this.__chain__) {
              var value = this.value();
              return func.apply(isArray(value) ? value : [], args);
            }
            return this[chainName](function(value2) {
              return func.apply(isArray(value2) ? value2 : [], args);
            });
          };
        });
        baseForOwn(LazyWrapper.prototype, function(func, methodName) {
          var lodashFunc = lodash2[methodName];
          if (lodashFunc) {
            var key = lodashFunc.name + "";
            if (!hasOwnProperty.call(realNames, key)) {
              realNames[key] = [];
            }
            realNames[key].push({ "name": methodName, "func": lodashFunc });
          }
        });
        realNames[createHybrid(undefined2, WRAP_BIND_KEY_FLAG).name] = [{
          "name": "wrapper",
          "func": undefined2
        }];
        LazyWrapper.prototype.clone = lazyClone;
        LazyWrapper.prototype.reverse = lazyReverse;
        LazyWrapper.prototype.value = lazyValue;
        lodash2.prototype.at = wrapperAt;
        lodash2.prototype.chain = wrapperChain;
        lodash2.prototype.commit = wrapperCommit;
        lodash2.prototype.next = wrapperNext;
        lodash2.prototype.plant = wrapperPlant;
        lodash2.prototype.reverse = wrapperReverse;
        lodash2.prototype.toJSON = lodash2.prototype.valueOf = lodash2.prototype.value = wrapperValue;
        lodash2.prototype.first = lodash2.prototype.head;
        if (symIterator) {
          lodash2.prototype[symIterator] = wrapperToIterator;
        }
        return lodash2;
      });
      var _ = runInContext();
      if (typeof define == "function" && typeof define.amd == "object" && define.amd) {
        root._ = _;
        define(function() {
          return _;
        });
      } else if (freeModule) {
        (freeModule.exports = _)._ = _;
        freeExports._ = _;
      } else {
        root._ = _;
      }
    }).call(exports);
  }
});

// node_modules/platform/platform.js
var require_platform = __commonJS({
  "node_modules/platform/platform.js"(exports, module) {
    (function() {
      "use strict";
      var objectTypes = {
        "function": true,
        "object": true
      };
      var root = objectTypes[typeof window] && window || this;
      var oldRoot = root;
      var freeExports = objectTypes[typeof exports] && exports;
      var freeModule = objectTypes[typeof module] && module && !module.nodeType && module;
      var freeGlobal = freeExports && freeModule && typeof global == "object" && global;
      if (freeGlobal && (freeGlobal.global === freeGlobal || freeGlobal.window === freeGlobal || freeGlobal.self === freeGlobal)) {
        root = freeGlobal;
      }
      var maxSafeInteger = Math.pow(2, 53) - 1;
      var reOpera = /\bOpera/;
      var thisBinding = this;
      var objectProto = Object.prototype;
      var hasOwnProperty = objectProto.hasOwnProperty;
      var toString = objectProto.toString;
      function capitalize(string) {
        string = String(string);
        return string.charAt(0).toUpperCase() + string.slice(1);
      }
      function cleanupOS(os, pattern2, label) {
        var data = {
          "10.0": "10",
          "6.4": "10 Technical Preview",
          "6.3": "8.1",
          "6.2": "8",
          "6.1": "Server 2008 R2 / 7",
          "6.0": "Server 2008 / Vista",
          "5.2": "Server 2003 / XP 64-bit",
          "5.1": "XP",
          "5.01": "2000 SP1",
          "5.0": "2000",
          "4.0": "NT",
          "4.90": "ME"
        };
        if (pattern2 && label && /^Win/i.test(os) && !/^Windows Phone /i.test(os) && (data = data[/[\d.]+$/.exec(os)])) {
          os = "Windows " + data;
        }
        os = String(os);
        if (pattern2 && label) {
          os = os.replace(RegExp(pattern2, "i"), label);
        }
        os = format(
          os.replace(/ ce$/i, " CE").replace(/\bhpw/i, "web").replace(/\bMacintosh\b/, "Mac OS").replace(/_PowerPC\b/i, " OS").replace(/\b(OS X) [^ \d]+/i, "$1").replace(/\bMac (OS X)\b/, "$1").replace(/\/(\d)/, " $1").replace(/_/g, ".").replace(/(?: BePC|[ .]*fc[ \d.]+)$/i, "").replace(/\bx86\.64\b/gi, "x86_64").replace(/\b(Windows Phone) OS\b/, "$1").replace(/\b(Chrome OS \w+) [\d.]+\b/, "$1").split(" on ")[0]
        );
        return os;
      }
      function each(object, callback) {
        var index = -1, length = object ? object.length : 0;
        if (typeof length == "number" && length > -1 && length <= maxSafeInteger) {
          while (++index < length) {
            callback(object[index], index, object);
          }
        } else {
          forOwn(object, callback);
        }
      }
      function format(string) {
        string = trim(string);
        return /^(?:webOS|i(?:OS|P))/.test(string) ? string : capitalize(string);
      }
      function forOwn(object, callback) {
        for (var key in object) {
          if (hasOwnProperty.call(object, key)) {
            callback(object[key], key, object);
          }
        }
      }
      function getClassOf(value) {
        return value == null ? capitalize(value) : toString.call(value).slice(8, -1);
      }
      function isHostType(object, property) {
        var type = object != null ? typeof object[property] : "number";
        return !/^(?:boolean|number|string|undefined)$/.test(type) && (type == "object" ? !!object[property] : true);
      }
      function qualify(string) {
        return String(string).replace(/([ -])(?!$)/g, "$1?");
      }
      function reduce(array, callback) {
        var accumulator = null;
        each(array, function(value, index) {
          accumulator = callback(accumulator, value, index, array);
        });
        return accumulator;
      }
      function trim(string) {
        return String(string).replace(/^ +| +$/g, "");
      }
      function parse(ua) {
        var context = root;
        var isCustomContext = ua && typeof ua == "object" && getClassOf(ua) != "String";
        if (isCustomContext) {
          context = ua;
          ua = null;
        }
        var nav = context.navigator || {};
        var userAgent = nav.userAgent || "";
        ua || (ua = userAgent);
        var isModuleScope = isCustomContext || thisBinding == oldRoot;
        var likeChrome = isCustomContext ? !!nav.likeChrome : /\bChrome\b/.test(ua) && !/internal|\n/i.test(toString.toString());
        var objectClass = "Object", airRuntimeClass = isCustomContext ? objectClass : "ScriptBridgingProxyObject", enviroClass = isCustomContext ? objectClass : "Environment", javaClass = isCustomContext && context.java ? "JavaPackage" : getClassOf(context.java), phantomClass = isCustomContext ? objectClass : "RuntimeObject";
        var java = /\bJava/.test(javaClass) && context.java;
        var rhino = java && getClassOf(context.environment) == enviroClass;
        var alpha = java ? "a" : "\u03B1";
        var beta = java ? "b" : "\u03B2";
        var doc = context.document || {};
        var opera = context.operamini || context.opera;
        var operaClass = reOpera.test(operaClass = isCustomContext && opera ? opera["[[Class]]"] : getClassOf(opera)) ? operaClass : opera = null;
        var data;
        var arch3 = ua;
        var description = [];
        var prerelease = null;
        var useFeatures = ua == userAgent;
        var version = useFeatures && opera && typeof opera.version == "function" && opera.version();
        var isSpecialCasedOS;
        var layout = getLayout([
          { "label": "EdgeHTML", "pattern": "Edge" },
          "Trident",
          { "label": "WebKit", "pattern": "AppleWebKit" },
          "iCab",
          "Presto",
          "NetFront",
          "Tasman",
          "KHTML",
          "Gecko"
        ]);
        var name = getName([
          "Adobe AIR",
          "Arora",
          "Avant Browser",
          "Breach",
          "Camino",
          "Electron",
          "Epiphany",
          "Fennec",
          "Flock",
          "Galeon",
          "GreenBrowser",
          "iCab",
          "Iceweasel",
          "K-Meleon",
          "Konqueror",
          "Lunascape",
          "Maxthon",
          { "label": "Microsoft Edge", "pattern": "(?:Edge|Edg|EdgA|EdgiOS)" },
          "Midori",
          "Nook Browser",
          "PaleMoon",
          "PhantomJS",
          "Raven",
          "Rekonq",
          "RockMelt",
          { "label": "Samsung Internet", "pattern": "SamsungBrowser" },
          "SeaMonkey",
          { "label": "Silk", "pattern": "(?:Cloud9|Silk-Accelerated)" },
          "Sleipnir",
          "SlimBrowser",
          { "label": "SRWare Iron", "pattern": "Iron" },
          "Sunrise",
          "Swiftfox",
          "Vivaldi",
          "Waterfox",
          "WebPositive",
          { "label": "Yandex Browser", "pattern": "YaBrowser" },
          { "label": "UC Browser", "pattern": "UCBrowser" },
          "Opera Mini",
          { "label": "Opera Mini", "pattern": "OPiOS" },
          "Opera",
          { "label": "Opera", "pattern": "OPR" },
          "Chromium",
          "Chrome",
          { "label": "Chrome", "pattern": "(?:HeadlessChrome)" },
          { "label": "Chrome Mobile", "pattern": "(?:CriOS|CrMo)" },
          { "label": "Firefox", "pattern": "(?:Firefox|Minefield)" },
          { "label": "Firefox for iOS", "pattern": "FxiOS" },
          { "label": "IE", "pattern": "IEMobile" },
          { "label": "IE", "pattern": "MSIE" },
          "Safari"
        ]);
        var product = getProduct([
          { "label": "BlackBerry", "pattern": "BB10" },
          "BlackBerry",
          { "label": "Galaxy S", "pattern": "GT-I9000" },
          { "label": "Galaxy S2", "pattern": "GT-I9100" },
          { "label": "Galaxy S3", "pattern": "GT-I9300" },
          { "label": "Galaxy S4", "pattern": "GT-I9500" },
          { "label": "Galaxy S5", "pattern": "SM-G900" },
          { "label": "Galaxy S6", "pattern": "SM-G920" },
          { "label": "Galaxy S6 Edge", "pattern": "SM-G925" },
          { "label": "Galaxy S7", "pattern": "SM-G930" },
          { "label": "Galaxy S7 Edge", "pattern": "SM-G935" },
          "Google TV",
          "Lumia",
          "iPad",
          "iPod",
          "iPhone",
          "Kindle",
          { "label": "Kindle Fire", "pattern": "(?:Cloud9|Silk-Accelerated)" },
          "Nexus",
          "Nook",
          "PlayBook",
          "PlayStation Vita",
          "PlayStation",
          "TouchPad",
          "Transformer",
          { "label": "Wii U", "pattern": "WiiU" },
          "Wii",
          "Xbox One",
          { "label": "Xbox 360", "pattern": "Xbox" },
          "Xoom"
        ]);
        var manufacturer = getManufacturer({
          "Apple": { "iPad": 1, "iPhone": 1, "iPod": 1 },
          "Alcatel": {},
          "Archos": {},
          "Amazon": { "Kindle": 1, "Kindle Fire": 1 },
          "Asus": { "Transformer": 1 },
          "Barnes & Noble": { "Nook": 1 },
          "BlackBerry": { "PlayBook": 1 },
          "Google": { "Google TV": 1, "Nexus": 1 },
          "HP": { "TouchPad": 1 },
          "HTC": {},
          "Huawei": {},
          "Lenovo": {},
          "LG": {},
          "Microsoft": { "Xbox": 1, "Xbox One": 1 },
          "Motorola": { "Xoom": 1 },
          "Nintendo": { "Wii U": 1, "Wii": 1 },
          "Nokia": { "Lumia": 1 },
          "Oppo": {},
          "Samsung": { "Galaxy S": 1, "Galaxy S2": 1, "Galaxy S3": 1, "Galaxy S4": 1 },
          "Sony": { "PlayStation": 1, "PlayStation Vita": 1 },
          "Xiaomi": { "Mi": 1, "Redmi": 1 }
        });
        var os = getOS([
          "Windows Phone",
          "KaiOS",
          "Android",
          "CentOS",
          { "label": "Chrome OS", "pattern": "CrOS" },
          "Debian",
          { "label": "DragonFly BSD", "pattern": "DragonFly" },
          "Fedora",
          "FreeBSD",
          "Gentoo",
          "Haiku",
          "Kubuntu",
          "Linux Mint",
          "OpenBSD",
          "Red Hat",
          "SuSE",
          "Ubuntu",
          "Xubuntu",
          "Cygwin",
          "Symbian OS",
          "hpwOS",
          "webOS ",
          "webOS",
          "Tablet OS",
          "Tizen",
          "Linux",
          "Mac OS X",
          "Macintosh",
          "Mac",
          "Windows 98;",
          "Windows "
        ]);
        function getLayout(guesses) {
          return reduce(guesses, function(result, guess) {
            return result || RegExp("\\b" + (guess.pattern || qualify(guess)) + "\\b", "i").exec(ua) && (guess.label || guess);
          });
        }
        function getManufacturer(guesses) {
          return reduce(guesses, function(result, value, key) {
            return result || (value[product] || value[/^[a-z]+(?: +[a-z]+\b)*/i.exec(product)] || RegExp("\\b" + qualify(key) + "(?:\\b|\\w*\\d)", "i").exec(ua)) && key;
          });
        }
        function getName(guesses) {
          return reduce(guesses, function(result, guess) {
            return result || RegExp("\\b" + (guess.pattern || qualify(guess)) + "\\b", "i").exec(ua) && (guess.label || guess);
          });
        }
        function getOS(guesses) {
          return reduce(guesses, function(result, guess) {
            var pattern2 = guess.pattern || qualify(guess);
            if (!result && (result = RegExp("\\b" + pattern2 + "(?:/[\\d.]+|[ \\w.]*)", "i").exec(ua))) {
              result = cleanupOS(result, pattern2, guess.label || guess);
            }
            return result;
          });
        }
        function getProduct(guesses) {
          return reduce(guesses, function(result, guess) {
            var pattern2 = guess.pattern || qualify(guess);
            if (!result && (result = RegExp("\\b" + pattern2 + " *\\d+[.\\w_]*", "i").exec(ua) || RegExp("\\b" + pattern2 + " *\\w+-[\\w]*", "i").exec(ua) || RegExp("\\b" + pattern2 + "(?:; *(?:[a-z]+[_-])?[a-z]+\\d+|[^ ();-]*)", "i").exec(ua))) {
              if ((result = String(guess.label && !RegExp(pattern2, "i").test(guess.label) ? guess.label : result).split("/"))[1] && !/[\d.]+/.test(result[0])) {
                result[0] += " " + result[1];
              }
              guess = guess.label || guess;
              result = format(result[0].replace(RegExp(pattern2, "i"), guess).replace(RegExp("; *(?:" + guess + "[_-])?", "i"), " ").replace(RegExp("(" + guess + ")[-_.]?(\\w)", "i"), "$1 $2"));
            }
            return result;
          });
        }
        function getVersion(patterns) {
          return reduce(patterns, function(result, pattern2) {
            return result || (RegExp(pattern2 + "(?:-[\\d.]+/|(?: for [\\w-]+)?[ /-])([\\d.]+[^ ();/_-]*)", "i").exec(ua) || 0)[1] || null;
          });
        }
        function toStringPlatform() {
          return this.description || "";
        }
        layout && (layout = [layout]);
        if (/\bAndroid\b/.test(os) && !product && (data = /\bAndroid[^;]*;(.*?)(?:Build|\) AppleWebKit)\b/i.exec(ua))) {
          product = trim(data[1]).replace(/^[a-z]{2}-[a-z]{2};\s*/i, "") || null;
        }
        if (manufacturer && !product) {
          product = getProduct([manufacturer]);
        } else if (manufacturer && product) {
          product = product.replace(RegExp("^(" + qualify(manufacturer) + ")[-_.\\s]", "i"), manufacturer + " ").replace(RegExp("^(" + qualify(manufacturer) + ")[-_.]?(\\w)", "i"), manufacturer + " $2");
        }
        if (data = /\bGoogle TV\b/.exec(product)) {
          product = data[0];
        }
        if (/\bSimulator\b/i.test(ua)) {
          product = (product ? product + " " : "") + "Simulator";
        }
        if (name == "Opera Mini" && /\bOPiOS\b/.test(ua)) {
          description.push("running in Turbo/Uncompressed mode");
        }
        if (name == "IE" && /\blike iPhone OS\b/.test(ua)) {
          data = parse(ua.replace(/like iPhone OS/, ""));
          manufacturer = data.manufacturer;
          product = data.product;
        } else if (/^iP/.test(product)) {
          name || (name = "Safari");
          os = "iOS" + ((data = / OS ([\d_]+)/i.exec(ua)) ? " " + data[1].replace(/_/g, ".") : "");
        } else if (name == "Konqueror" && /^Linux\b/i.test(os)) {
          os = "Kubuntu";
        } else if (manufacturer && manufacturer != "Google" && (/Chrome/.test(name) && !/\bMobile Safari\b/i.test(ua) || /\bVita\b/.test(product)) || /\bAndroid\b/.test(os) && /^Chrome/.test(name) && /\bVersion\//i.test(ua)) {
          name = "Android Browser";
          os = /\bAndroid\b/.test(os) ? os : "Android";
        } else if (name == "Silk") {
          if (!/\bMobi/i.test(ua)) {
            os = "Android";
            description.unshift("desktop mode");
          }
          if (/Accelerated *= *true/i.test(ua)) {
            description.unshift("accelerated");
          }
        } else if (name == "UC Browser" && /\bUCWEB\b/.test(ua)) {
          description.push("speed mode");
        } else if (name == "PaleMoon" && (data = /\bFirefox\/([\d.]+)\b/.exec(ua))) {
          description.push("identifying as Firefox " + data[1]);
        } else if (name == "Firefox" && (data = /\b(Mobile|Tablet|TV)\b/i.exec(ua))) {
          os || (os = "Firefox OS");
          product || (product = data[1]);
        } else if (!name || (data = !/\bMinefield\b/i.test(ua) && /\b(?:Firefox|Safari)\b/.exec(name))) {
          if (name && !product && /[\/,]|^[^(]+?\)/.test(ua.slice(ua.indexOf(data + "/") + 8))) {
            name = null;
          }
          if ((data = product || manufacturer || os) && (product || manufacturer || /\b(?:Android|Symbian OS|Tablet OS|webOS)\b/.test(os))) {
            name = /[a-z]+(?: Hat)?/i.exec(/\bAndroid\b/.test(os) ? os : data) + " Browser";
          }
        } else if (name == "Electron" && (data = (/\bChrome\/([\d.]+)\b/.exec(ua) || 0)[1])) {
          description.push("Chromium " + data);
        }
        if (!version) {
          version = getVersion([
            "(?:Cloud9|CriOS|CrMo|Edge|Edg|EdgA|EdgiOS|FxiOS|HeadlessChrome|IEMobile|Iron|Opera ?Mini|OPiOS|OPR|Raven|SamsungBrowser|Silk(?!/[\\d.]+$)|UCBrowser|YaBrowser)",
            "Version",
            qualify(name),
            "(?:Firefox|Minefield|NetFront)"
          ]);
        }
        if (data = layout == "iCab" && parseFloat(version) > 3 && "WebKit" || /\bOpera\b/.test(name) && (/\bOPR\b/.test(ua) ? "Blink" : "Presto") || /\b(?:Midori|Nook|Safari)\b/i.test(ua) && !/^(?:Trident|EdgeHTML)$/.test(layout) && "WebKit" || !layout && /\bMSIE\b/i.test(ua) && (os == "Mac OS" ? "Tasman" : "Trident") || layout == "WebKit" && /\bPlayStation\b(?! Vita\b)/i.test(name) && "NetFront") {
          layout = [data];
        }
        if (name == "IE" && (data = (/; *(?:XBLWP|ZuneWP)(\d+)/i.exec(ua) || 0)[1])) {
          name += " Mobile";
          os = "Windows Phone " + (/\+$/.test(data) ? data : data + ".x");
          description.unshift("desktop mode");
        } else if (/\bWPDesktop\b/i.test(ua)) {
          name = "IE Mobile";
          os = "Windows Phone 8.x";
          description.unshift("desktop mode");
          version || (version = (/\brv:([\d.]+)/.exec(ua) || 0)[1]);
        } else if (name != "IE" && layout == "Trident" && (data = /\brv:([\d.]+)/.exec(ua))) {
          if (name) {
            description.push("identifying as " + name + (version ? " " + version : ""));
          }
          name = "IE";
          version = data[1];
        }
        if (useFeatures) {
          if (isHostType(context, "global")) {
            if (java) {
              data = java.lang.System;
              arch3 = data.getProperty("os.arch");
              os = os || data.getProperty("os.name") + " " + data.getProperty("os.version");
            }
            if (rhino) {
              try {
                version = context.require("ringo/engine").version.join(".");
                name = "RingoJS";
              } catch (e) {
                if ((data = context.system) && data.global.system == context.system) {
                  name = "Narwhal";
                  os || (os = data[0].os || null);
                }
              }
              if (!name) {
                name = "Rhino";
              }
            } else if (typeof context.process == "object" && !context.process.browser && (data = context.process)) {
              if (typeof data.versions == "object") {
                if (typeof data.versions.electron == "string") {
                  description.push("Node " + data.versions.node);
                  name = "Electron";
                  version = data.versions.electron;
                } else if (typeof data.versions.nw == "string") {
                  description.push("Chromium " + version, "Node " + data.versions.node);
                  name = "NW.js";
                  version = data.versions.nw;
                }
              }
              if (!name) {
                name = "Node.js";
                arch3 = data.arch;
                os = data.platform;
                version = /[\d.]+/.exec(data.version);
                version = version ? version[0] : null;
              }
            }
          } else if (getClassOf(data = context.runtime) == airRuntimeClass) {
            name = "Adobe AIR";
            os = data.flash.system.Capabilities.os;
          } else if (getClassOf(data = context.phantom) == phantomClass) {
            name = "PhantomJS";
            version = (data = data.version || null) && data.major + "." + data.minor + "." + data.patch;
          } else if (typeof doc.documentMode == "number" && (data = /\bTrident\/(\d+)/i.exec(ua))) {
            version = [version, doc.documentMode];
            if ((data = +data[1] + 4) != version[1]) {
              description.push("IE " + version[1] + " mode");
              layout && (layout[1] = "");
              version[1] = data;
            }
            version = name == "IE" ? String(version[1].toFixed(1)) : version[0];
          } else if (typeof doc.documentMode == "number" && /^(?:Chrome|Firefox)\b/.test(name)) {
            description.push("masking as " + name + " " + version);
            name = "IE";
            version = "11.0";
            layout = ["Trident"];
            os = "Windows";
          }
          os = os && format(os);
        }
        if (version && (data = /(?:[ab]|dp|pre|[ab]\d+pre)(?:\d+\+?)?$/i.exec(version) || /(?:alpha|beta)(?: ?\d)?/i.exec(ua + ";" + (useFeatures && nav.appMinorVersion)) || /\bMinefield\b/i.test(ua) && "a")) {
          prerelease = /b/i.test(data) ? "beta" : "alpha";
          version = version.replace(RegExp(data + "\\+?$"), "") + (prerelease == "beta" ? beta : alpha) + (/\d+\+?/.exec(data) || "");
        }
        if (name == "Fennec" || name == "Firefox" && /\b(?:Android|Firefox OS|KaiOS)\b/.test(os)) {
          name = "Firefox Mobile";
        } else if (name == "Maxthon" && version) {
          version = version.replace(/\.[\d.]+/, ".x");
        } else if (/\bXbox\b/i.test(product)) {
          if (product == "Xbox 360") {
            os = null;
          }
          if (product == "Xbox 360" && /\bIEMobile\b/.test(ua)) {
            description.unshift("mobile mode");
          }
        } else if ((/^(?:Chrome|IE|Opera)$/.test(name) || name && !product && !/Browser|Mobi/.test(name)) && (os == "Windows CE" || /Mobi/i.test(ua))) {
          name += " Mobile";
        } else if (name == "IE" && useFeatures) {
          try {
            if (context.external === null) {
              description.unshift("platform preview");
            }
          } catch (e) {
            description.unshift("embedded");
          }
        } else if ((/\bBlackBerry\b/.test(product) || /\bBB10\b/.test(ua)) && (data = (RegExp(product.replace(/ +/g, " *") + "/([.\\d]+)", "i").exec(ua) || 0)[1] || version)) {
          data = [data, /BB10/.test(ua)];
          os = (data[1] ? (product = null, manufacturer = "BlackBerry") : "Device Software") + " " + data[0];
          version = null;
        } else if (this != forOwn && product != "Wii" && (useFeatures && opera || /Opera/.test(name) && /\b(?:MSIE|Firefox)\b/i.test(ua) || name == "Firefox" && /\bOS X (?:\d+\.){2,}/.test(os) || name == "IE" && (os && !/^Win/.test(os) && version > 5.5 || /\bWindows XP\b/.test(os) && version > 8 || version == 8 && !/\bTrident\b/.test(ua))) && !reOpera.test(data = parse.call(forOwn, ua.replace(reOpera, "") + ";")) && data.name) {
          data = "ing as " + data.name + ((data = data.version) ? " " + data : "");
          if (reOpera.test(name)) {
            if (/\bIE\b/.test(data) && os == "Mac OS") {
              os = null;
            }
            data = "identify" + data;
          } else {
            data = "mask" + data;
            if (operaClass) {
              name = format(operaClass.replace(/([a-z])([A-Z])/g, "$1 $2"));
            } else {
              name = "Opera";
            }
            if (/\bIE\b/.test(data)) {
              os = null;
            }
            if (!useFeatures) {
              version = null;
            }
          }
          layout = ["Presto"];
          description.push(data);
        }
        if (data = (/\bAppleWebKit\/([\d.]+\+?)/i.exec(ua) || 0)[1]) {
          data = [parseFloat(data.replace(/\.(\d)$/, ".0$1")), data];
          if (name == "Safari" && data[1].slice(-1) == "+") {
            name = "WebKit Nightly";
            prerelease = "alpha";
            version = data[1].slice(0, -1);
          } else if (version == data[1] || version == (data[2] = (/\bSafari\/([\d.]+\+?)/i.exec(ua) || 0)[1])) {
            version = null;
          }
          data[1] = (/\b(?:Headless)?Chrome\/([\d.]+)/i.exec(ua) || 0)[1];
          if (data[0] == 537.36 && data[2] == 537.36 && parseFloat(data[1]) >= 28 && layout == "WebKit") {
            layout = ["Blink"];
          }
          if (!useFeatures || !likeChrome && !data[1]) {
            layout && (layout[1] = "like Safari");
            data = (data = data[0], data < 400 ? 1 : data < 500 ? 2 : data < 526 ? 3 : data < 533 ? 4 : data < 534 ? "4+" : data < 535 ? 5 : data < 537 ? 6 : data < 538 ? 7 : data < 601 ? 8 : data < 602 ? 9 : data < 604 ? 10 : data < 606 ? 11 : data < 608 ? 12 : "12");
          } else {
            layout && (layout[1] = "like Chrome");
            data = data[1] || (data = data[0], data < 530 ? 1 : data < 532 ? 2 : data < 532.05 ? 3 : data < 533 ? 4 : data < 534.03 ? 5 : data < 534.07 ? 6 : data < 534.1 ? 7 : data < 534.13 ? 8 : data < 534.16 ? 9 : data < 534.24 ? 10 : data < 534.3 ? 11 : data < 535.01 ? 12 : data < 535.02 ? "13+" : data < 535.07 ? 15 : data < 535.11 ? 16 : data < 535.19 ? 17 : data < 536.05 ? 18 : data < 536.1 ? 19 : data < 537.01 ? 20 : data < 537.11 ? "21+" : data < 537.13 ? 23 : data < 537.18 ? 24 : data < 537.24 ? 25 : data < 537.36 ? 26 : layout != "Blink" ? "27" : "28");
          }
          layout && (layout[1] += " " + (data += typeof data == "number" ? ".x" : /[.+]/.test(data) ? "" : "+"));
          if (name == "Safari" && (!version || parseInt(version) > 45)) {
            version = data;
          } else if (name == "Chrome" && /\bHeadlessChrome/i.test(ua)) {
            description.unshift("headless");
          }
        }
        if (name == "Opera" && (data = /\bzbov|zvav$/.exec(os))) {
          name += " ";
          description.unshift("desktop mode");
          if (data == "zvav") {
            name += "Mini";
            version = null;
          } else {
            name += "Mobile";
          }
          os = os.replace(RegExp(" *" + data + "$"), "");
        } else if (name == "Safari" && /\bChrome\b/.exec(layout && layout[1])) {
          description.unshift("desktop mode");
          name = "Chrome Mobile";
          version = null;
          if (/\bOS X\b/.test(os)) {
            manufacturer = "Apple";
            os = "iOS 4.3+";
          } else {
            os = null;
          }
        } else if (/\bSRWare Iron\b/.test(name) && !version) {
          version = getVersion("Chrome");
        }
        if (version && version.indexOf(data = /[\d.]+$/.exec(os)) == 0 && ua.indexOf("/" + data + "-") > -1) {
          os = trim(os.replace(data, ""));
        }
        if (os && os.indexOf(name) != -1 && !RegExp(name + " OS").test(os)) {
          os = os.replace(RegExp(" *" + qualify(name) + " *"), "");
        }
        if (layout && !/\b(?:Avant|Nook)\b/.test(name) && (/Browser|Lunascape|Maxthon/.test(name) || name != "Safari" && /^iOS/.test(os) && /\bSafari\b/.test(layout[1]) || /^(?:Adobe|Arora|Breach|Midori|Opera|Phantom|Rekonq|Rock|Samsung Internet|Sleipnir|SRWare Iron|Vivaldi|Web)/.test(name) && layout[1])) {
          (data = layout[layout.length - 1]) && description.push(data);
        }
        if (description.length) {
          description = ["(" + description.join("; ") + ")"];
        }
        if (manufacturer && product && product.indexOf(manufacturer) < 0) {
          description.push("on " + manufacturer);
        }
        if (product) {
          description.push((/^on /.test(description[description.length - 1]) ? "" : "on ") + product);
        }
        if (os) {
          data = / ([\d.+]+)$/.exec(os);
          isSpecialCasedOS = data && os.charAt(os.length - data[0].length - 1) == "/";
          os = {
            "architecture": 32,
            "family": data && !isSpecialCasedOS ? os.replace(data[0], "") : os,
            "version": data ? data[1] : null,
            "toString": function() {
              var version2 = this.version;
              return this.family + (version2 && !isSpecialCasedOS ? " " + version2 : "") + (this.architecture == 64 ? " 64-bit" : "");
            }
          };
        }
        if ((data = /\b(?:AMD|IA|Win|WOW|x86_|x)64\b/i.exec(arch3)) && !/\bi686\b/i.test(arch3)) {
          if (os) {
            os.architecture = 64;
            os.family = os.family.replace(RegExp(" *" + data), "");
          }
          if (name && (/\bWOW64\b/i.test(ua) || useFeatures && /\w(?:86|32)$/.test(nav.cpuClass || nav.platform) && !/\bWin64; x64\b/i.test(ua))) {
            description.unshift("32-bit");
          }
        } else if (os && /^OS X/.test(os.family) && name == "Chrome" && parseFloat(version) >= 39) {
          os.architecture = 64;
        }
        ua || (ua = null);
        var platform5 = {};
        platform5.description = ua;
        platform5.layout = layout && layout[0];
        platform5.manufacturer = manufacturer;
        platform5.name = name;
        platform5.prerelease = prerelease;
        platform5.product = product;
        platform5.ua = ua;
        platform5.version = name && version;
        platform5.os = os || {
          /**
           * The CPU architecture the OS is built for.
           *
           * @memberOf platform.os
           * @type number|null
           */
          "architecture": null,
          /**
           * The family of the OS.
           *
           * Common values include:
           * "Windows", "Windows Server 2008 R2 / 7", "Windows Server 2008 / Vista",
           * "Windows XP", "OS X", "Linux", "Ubuntu", "Debian", "Fedora", "Red Hat",
           * "SuSE", "Android", "iOS" and "Windows Phone"
           *
           * @memberOf platform.os
           * @type string|null
           */
          "family": null,
          /**
           * The version of the OS.
           *
           * @memberOf platform.os
           * @type string|null
           */
          "version": null,
          /**
           * Returns the OS string.
           *
           * @memberOf platform.os
           * @returns {string} The OS string.
           */
          "toString": function() {
            return "null";
          }
        };
        platform5.parse = parse;
        platform5.toString = toStringPlatform;
        if (platform5.version) {
          description.unshift(version);
        }
        if (platform5.name) {
          description.unshift(name);
        }
        if (os && name && !(os == String(os).split(" ")[0] && (os == name.split(" ")[0] || product))) {
          description.push(product ? "(" + os + ")" : "on " + os);
        }
        if (description.length) {
          platform5.description = description.join(" ");
        }
        return platform5;
      }
      var platform4 = parse();
      if (typeof define == "function" && typeof define.amd == "object" && define.amd) {
        root.platform = platform4;
        define(function() {
          return platform4;
        });
      } else if (freeExports && freeModule) {
        forOwn(platform4, function(value, key) {
          freeExports[key] = value;
        });
      } else {
        root.platform = platform4;
      }
    }).call(exports);
  }
});

// node_modules/cli-progress/lib/eta.js
var require_eta = __commonJS({
  "node_modules/cli-progress/lib/eta.js"(exports, module) {
    var ETA = class {
      constructor(length, initTime, initValue) {
        this.etaBufferLength = length || 100;
        this.valueBuffer = [initValue];
        this.timeBuffer = [initTime];
        this.eta = "0";
      }
      // add new values to calculation buffer
      update(time, value, total) {
        this.valueBuffer.push(value);
        this.timeBuffer.push(time);
        this.calculate(total - value);
      }
      // fetch estimated time
      getTime() {
        return this.eta;
      }
      // eta calculation - request number of remaining events
      calculate(remaining) {
        const currentBufferSize = this.valueBuffer.length;
        const buffer = Math.min(this.etaBufferLength, currentBufferSize);
        const v_diff = this.valueBuffer[currentBufferSize - 1] - this.valueBuffer[currentBufferSize - buffer];
        const t_diff = this.timeBuffer[currentBufferSize - 1] - this.timeBuffer[currentBufferSize - buffer];
        const vt_rate = v_diff / t_diff;
        this.valueBuffer = this.valueBuffer.slice(-this.etaBufferLength);
        this.timeBuffer = this.timeBuffer.slice(-this.etaBufferLength);
        const eta = Math.ceil(remaining / vt_rate / 1e3);
        if (isNaN(eta)) {
          this.eta = "NULL";
        } else if (!isFinite(eta)) {
          this.eta = "INF";
        } else if (eta > 1e7) {
          this.eta = "INF";
        } else if (eta < 0) {
          this.eta = 0;
        } else {
          this.eta = eta;
        }
      }
    };
    module.exports = ETA;
  }
});

// node_modules/cli-progress/lib/terminal.js
var require_terminal = __commonJS({
  "node_modules/cli-progress/lib/terminal.js"(exports, module) {
    var _readline = __require("readline");
    var Terminal = class {
      constructor(outputStream) {
        this.stream = outputStream;
        this.linewrap = true;
        this.dy = 0;
      }
      // save cursor position + settings
      cursorSave() {
        if (!this.stream.isTTY) {
          return;
        }
        this.stream.write("\x1B7");
      }
      // restore last cursor position + settings
      cursorRestore() {
        if (!this.stream.isTTY) {
          return;
        }
        this.stream.write("\x1B8");
      }
      // show/hide cursor
      cursor(enabled) {
        if (!this.stream.isTTY) {
          return;
        }
        if (enabled) {
          this.stream.write("\x1B[?25h");
        } else {
          this.stream.write("\x1B[?25l");
        }
      }
      // change cursor positionn
      cursorTo(x2 = null, y = null) {
        if (!this.stream.isTTY) {
          return;
        }
        _readline.cursorTo(this.stream, x2, y);
      }
      // change relative cursor position
      cursorRelative(dx = null, dy = null) {
        if (!this.stream.isTTY) {
          return;
        }
        this.dy = this.dy + dy;
        _readline.moveCursor(this.stream, dx, dy);
      }
      // relative reset
      cursorRelativeReset() {
        if (!this.stream.isTTY) {
          return;
        }
        _readline.moveCursor(this.stream, 0, -this.dy);
        _readline.cursorTo(this.stream, 0, null);
        this.dy = 0;
      }
      // clear to the right from cursor
      clearRight() {
        if (!this.stream.isTTY) {
          return;
        }
        _readline.clearLine(this.stream, 1);
      }
      // clear the full line
      clearLine() {
        if (!this.stream.isTTY) {
          return;
        }
        _readline.clearLine(this.stream, 0);
      }
      // clear everyting beyond the current line
      clearBottom() {
        if (!this.stream.isTTY) {
          return;
        }
        _readline.clearScreenDown(this.stream);
      }
      // add new line; increment counter
      newline() {
        this.stream.write("\n");
        this.dy++;
      }
      // write content to output stream
      // @TODO use string-width to strip length
      write(s, rawWrite = false) {
        if (this.linewrap === true && rawWrite === false) {
          this.stream.write(s.substr(0, this.getWidth()));
        } else {
          this.stream.write(s);
        }
      }
      // control line wrapping
      lineWrapping(enabled) {
        if (!this.stream.isTTY) {
          return;
        }
        this.linewrap = enabled;
        if (enabled) {
          this.stream.write("\x1B[?7h");
        } else {
          this.stream.write("\x1B[?7l");
        }
      }
      // tty environment ?
      isTTY() {
        return this.stream.isTTY === true;
      }
      // get terminal width
      getWidth() {
        return this.stream.columns || (this.stream.isTTY ? 80 : 200);
      }
    };
    module.exports = Terminal;
  }
});

// node_modules/cli-progress/lib/format-value.js
var require_format_value = __commonJS({
  "node_modules/cli-progress/lib/format-value.js"(exports, module) {
    module.exports = function formatValue(v, options, type) {
      if (options.autopadding !== true) {
        return v;
      }
      function autopadding(value, length) {
        return (options.autopaddingChar + value).slice(-length);
      }
      switch (type) {
        case "percentage":
          return autopadding(v, 3);
        default:
          return v;
      }
    };
  }
});

// node_modules/cli-progress/lib/format-bar.js
var require_format_bar = __commonJS({
  "node_modules/cli-progress/lib/format-bar.js"(exports, module) {
    module.exports = function formatBar(progress, options) {
      const completeSize = Math.round(progress * options.barsize);
      const incompleteSize = options.barsize - completeSize;
      return options.barCompleteString.substr(0, completeSize) + options.barGlue + options.barIncompleteString.substr(0, incompleteSize);
    };
  }
});

// node_modules/cli-progress/lib/format-time.js
var require_format_time = __commonJS({
  "node_modules/cli-progress/lib/format-time.js"(exports, module) {
    module.exports = function formatTime(t, options, roundToMultipleOf) {
      function round2(input) {
        if (roundToMultipleOf) {
          return roundToMultipleOf * Math.round(input / roundToMultipleOf);
        } else {
          return input;
        }
      }
      function autopadding(v) {
        return (options.autopaddingChar + v).slice(-2);
      }
      if (t > 3600) {
        return autopadding(Math.floor(t / 3600)) + "h" + autopadding(round2(t % 3600 / 60)) + "m";
      } else if (t > 60) {
        return autopadding(Math.floor(t / 60)) + "m" + autopadding(round2(t % 60)) + "s";
      } else if (t > 10) {
        return autopadding(round2(t)) + "s";
      } else {
        return autopadding(t) + "s";
      }
    };
  }
});

// node_modules/cli-progress/lib/formatter.js
var require_formatter = __commonJS({
  "node_modules/cli-progress/lib/formatter.js"(exports, module) {
    var _stringWidth = require_string_width();
    var _defaultFormatValue = require_format_value();
    var _defaultFormatBar = require_format_bar();
    var _defaultFormatTime = require_format_time();
    module.exports = function defaultFormatter(options, params, payload) {
      let s = options.format;
      const formatTime = options.formatTime || _defaultFormatTime;
      const formatValue = options.formatValue || _defaultFormatValue;
      const formatBar = options.formatBar || _defaultFormatBar;
      const percentage = Math.floor(params.progress * 100) + "";
      const stopTime = params.stopTime || Date.now();
      const elapsedTime = Math.round((stopTime - params.startTime) / 1e3);
      const context = Object.assign({}, payload, {
        bar: formatBar(params.progress, options),
        percentage: formatValue(percentage, options, "percentage"),
        total: formatValue(params.total, options, "total"),
        value: formatValue(params.value, options, "value"),
        eta: formatValue(params.eta, options, "eta"),
        eta_formatted: formatTime(params.eta, options, 5),
        duration: formatValue(elapsedTime, options, "duration"),
        duration_formatted: formatTime(elapsedTime, options, 1)
      });
      s = s.replace(/\{(\w+)\}/g, function(match, key) {
        if (typeof context[key] !== "undefined") {
          return context[key];
        }
        return match;
      });
      const fullMargin = Math.max(0, params.maxWidth - _stringWidth(s) - 2);
      const halfMargin = Math.floor(fullMargin / 2);
      switch (options.align) {
        // fill start-of-line with whitespaces
        case "right":
          s = fullMargin > 0 ? " ".repeat(fullMargin) + s : s;
          break;
        // distribute whitespaces to left+right
        case "center":
          s = halfMargin > 0 ? " ".repeat(halfMargin) + s : s;
          break;
        // default: left align, no additional whitespaces
        case "left":
        default:
          break;
      }
      return s;
    };
  }
});

// node_modules/cli-progress/lib/options.js
var require_options = __commonJS({
  "node_modules/cli-progress/lib/options.js"(exports, module) {
    function mergeOption(v, defaultValue) {
      if (typeof v === "undefined" || v === null) {
        return defaultValue;
      } else {
        return v;
      }
    }
    module.exports = {
      // set global options
      parse: function parse(rawOptions, preset) {
        const options = {};
        const opt = Object.assign({}, preset, rawOptions);
        options.throttleTime = 1e3 / mergeOption(opt.fps, 10);
        options.stream = mergeOption(opt.stream, process.stderr);
        options.terminal = mergeOption(opt.terminal, null);
        options.clearOnComplete = mergeOption(opt.clearOnComplete, false);
        options.stopOnComplete = mergeOption(opt.stopOnComplete, false);
        options.barsize = mergeOption(opt.barsize, 40);
        options.align = mergeOption(opt.align, "left");
        options.hideCursor = mergeOption(opt.hideCursor, false);
        options.linewrap = mergeOption(opt.linewrap, false);
        options.barGlue = mergeOption(opt.barGlue, "");
        options.barCompleteChar = mergeOption(opt.barCompleteChar, "=");
        options.barIncompleteChar = mergeOption(opt.barIncompleteChar, "-");
        options.format = mergeOption(opt.format, "progress [{bar}] {percentage}% | ETA: {eta}s | {value}/{total}");
        options.formatTime = mergeOption(opt.formatTime, null);
        options.formatValue = mergeOption(opt.formatValue, null);
        options.formatBar = mergeOption(opt.formatBar, null);
        options.etaBufferLength = mergeOption(opt.etaBuffer, 10);
        options.etaAsynchronousUpdate = mergeOption(opt.etaAsynchronousUpdate, false);
        options.progressCalculationRelative = mergeOption(opt.progressCalculationRelative, false);
        options.synchronousUpdate = mergeOption(opt.synchronousUpdate, true);
        options.noTTYOutput = mergeOption(opt.noTTYOutput, false);
        options.notTTYSchedule = mergeOption(opt.notTTYSchedule, 2e3);
        options.emptyOnZero = mergeOption(opt.emptyOnZero, false);
        options.forceRedraw = mergeOption(opt.forceRedraw, false);
        options.autopadding = mergeOption(opt.autopadding, false);
        options.gracefulExit = mergeOption(opt.gracefulExit, false);
        return options;
      },
      // derived options: instance specific, has to be created for every bar element
      assignDerivedOptions: function assignDerivedOptions(options) {
        options.barCompleteString = options.barCompleteChar.repeat(options.barsize + 1);
        options.barIncompleteString = options.barIncompleteChar.repeat(options.barsize + 1);
        options.autopaddingChar = options.autopadding ? mergeOption(options.autopaddingChar, "   ") : "";
        return options;
      }
    };
  }
});

// node_modules/cli-progress/lib/generic-bar.js
var require_generic_bar = __commonJS({
  "node_modules/cli-progress/lib/generic-bar.js"(exports, module) {
    var _ETA = require_eta();
    var _Terminal = require_terminal();
    var _formatter = require_formatter();
    var _options = require_options();
    var _EventEmitter = __require("events");
    module.exports = class GenericBar extends _EventEmitter {
      constructor(options) {
        super();
        this.options = _options.assignDerivedOptions(options);
        this.terminal = this.options.terminal ? this.options.terminal : new _Terminal(this.options.stream);
        this.value = 0;
        this.startValue = 0;
        this.total = 100;
        this.lastDrawnString = null;
        this.startTime = null;
        this.stopTime = null;
        this.lastRedraw = Date.now();
        this.eta = new _ETA(this.options.etaBufferLength, 0, 0);
        this.payload = {};
        this.isActive = false;
        this.formatter = typeof this.options.format === "function" ? this.options.format : _formatter;
      }
      // internal render function
      render(forceRendering = false) {
        const params = {
          progress: this.getProgress(),
          eta: this.eta.getTime(),
          startTime: this.startTime,
          stopTime: this.stopTime,
          total: this.total,
          value: this.value,
          maxWidth: this.terminal.getWidth()
        };
        if (this.options.etaAsynchronousUpdate) {
          this.updateETA();
        }
        const s = this.formatter(this.options, params, this.payload);
        const forceRedraw = forceRendering || this.options.forceRedraw || this.options.noTTYOutput && !this.terminal.isTTY();
        if (forceRedraw || this.lastDrawnString != s) {
          this.emit("redraw-pre");
          this.terminal.cursorTo(0, null);
          this.terminal.write(s);
          this.terminal.clearRight();
          this.lastDrawnString = s;
          this.lastRedraw = Date.now();
          this.emit("redraw-post");
        }
      }
      // start the progress bar
      start(total, startValue, payload) {
        this.value = startValue || 0;
        this.total = typeof total !== "undefined" && total >= 0 ? total : 100;
        this.startValue = startValue || 0;
        this.payload = payload || {};
        this.startTime = Date.now();
        this.stopTime = null;
        this.lastDrawnString = "";
        this.eta = new _ETA(this.options.etaBufferLength, this.startTime, this.value);
        this.isActive = true;
        this.emit("start", total, startValue);
      }
      // stop the bar
      stop() {
        this.isActive = false;
        this.stopTime = Date.now();
        this.emit("stop", this.total, this.value);
      }
      // update the bar value
      // update(value, payload)
      // update(payload)
      update(arg0, arg1 = {}) {
        if (typeof arg0 === "number") {
          this.value = arg0;
          this.eta.update(Date.now(), arg0, this.total);
        }
        const payloadData = (typeof arg0 === "object" ? arg0 : arg1) || {};
        this.emit("update", this.total, this.value);
        for (const key in payloadData) {
          this.payload[key] = payloadData[key];
        }
        if (this.value >= this.getTotal() && this.options.stopOnComplete) {
          this.stop();
        }
      }
      // calculate the actual progress value
      getProgress() {
        let progress = this.value / this.total;
        if (this.options.progressCalculationRelative) {
          progress = (this.value - this.startValue) / (this.total - this.startValue);
        }
        if (isNaN(progress)) {
          progress = this.options && this.options.emptyOnZero ? 0 : 1;
        }
        progress = Math.min(Math.max(progress, 0), 1);
        return progress;
      }
      // update the bar value
      // increment(delta, payload)
      // increment(payload)
      increment(arg0 = 1, arg1 = {}) {
        if (typeof arg0 === "object") {
          this.update(this.value + 1, arg0);
        } else {
          this.update(this.value + arg0, arg1);
        }
      }
      // get the total (limit) value
      getTotal() {
        return this.total;
      }
      // set the total (limit) value
      setTotal(total) {
        if (typeof total !== "undefined" && total >= 0) {
          this.total = total;
        }
      }
      // force eta calculation update (long running processes)
      updateETA() {
        this.eta.update(Date.now(), this.value, this.total);
      }
    };
  }
});

// node_modules/cli-progress/lib/single-bar.js
var require_single_bar = __commonJS({
  "node_modules/cli-progress/lib/single-bar.js"(exports, module) {
    var _GenericBar = require_generic_bar();
    var _options = require_options();
    module.exports = class SingleBar extends _GenericBar {
      constructor(options, preset) {
        super(_options.parse(options, preset));
        this.timer = null;
        if (this.options.noTTYOutput && this.terminal.isTTY() === false) {
          this.options.synchronousUpdate = false;
        }
        this.schedulingRate = this.terminal.isTTY() ? this.options.throttleTime : this.options.notTTYSchedule;
        this.sigintCallback = null;
      }
      // internal render function
      render() {
        if (this.timer) {
          clearTimeout(this.timer);
          this.timer = null;
        }
        super.render();
        if (this.options.noTTYOutput && this.terminal.isTTY() === false) {
          this.terminal.newline();
        }
        this.timer = setTimeout(this.render.bind(this), this.schedulingRate);
      }
      update(current, payload) {
        if (!this.timer) {
          return;
        }
        super.update(current, payload);
        if (this.options.synchronousUpdate && this.lastRedraw + this.options.throttleTime * 2 < Date.now()) {
          this.render();
        }
      }
      // start the progress bar
      start(total, startValue, payload) {
        if (this.options.noTTYOutput === false && this.terminal.isTTY() === false) {
          return;
        }
        if (this.sigintCallback === null && this.options.gracefulExit) {
          this.sigintCallback = this.stop.bind(this);
          process.once("SIGINT", this.sigintCallback);
          process.once("SIGTERM", this.sigintCallback);
        }
        this.terminal.cursorSave();
        if (this.options.hideCursor === true) {
          this.terminal.cursor(false);
        }
        if (this.options.linewrap === false) {
          this.terminal.lineWrapping(false);
        }
        super.start(total, startValue, payload);
        this.render();
      }
      // stop the bar
      stop() {
        if (!this.timer) {
          return;
        }
        if (this.sigintCallback) {
          process.removeListener("SIGINT", this.sigintCallback);
          process.removeListener("SIGTERM", this.sigintCallback);
          this.sigintCallback = null;
        }
        this.render();
        super.stop();
        clearTimeout(this.timer);
        this.timer = null;
        if (this.options.hideCursor === true) {
          this.terminal.cursor(true);
        }
        if (this.options.linewrap === false) {
          this.terminal.lineWrapping(true);
        }
        this.terminal.cursorRestore();
        if (this.options.clearOnComplete) {
          this.terminal.cursorTo(0, null);
          this.terminal.clearLine();
        } else {
          this.terminal.newline();
        }
      }
    };
  }
});

// node_modules/cli-progress/lib/multi-bar.js
var require_multi_bar = __commonJS({
  "node_modules/cli-progress/lib/multi-bar.js"(exports, module) {
    var _Terminal = require_terminal();
    var _BarElement = require_generic_bar();
    var _options = require_options();
    var _EventEmitter = __require("events");
    module.exports = class MultiBar extends _EventEmitter {
      constructor(options, preset) {
        super();
        this.bars = [];
        this.options = _options.parse(options, preset);
        this.options.synchronousUpdate = false;
        this.terminal = this.options.terminal ? this.options.terminal : new _Terminal(this.options.stream);
        this.timer = null;
        this.isActive = false;
        this.schedulingRate = this.terminal.isTTY() ? this.options.throttleTime : this.options.notTTYSchedule;
        this.loggingBuffer = [];
        this.sigintCallback = null;
      }
      // add a new bar to the stack
      create(total, startValue, payload, barOptions = {}) {
        const bar = new _BarElement(Object.assign(
          {},
          // global options
          this.options,
          // terminal instance
          {
            terminal: this.terminal
          },
          // overrides
          barOptions
        ));
        this.bars.push(bar);
        if (this.options.noTTYOutput === false && this.terminal.isTTY() === false) {
          return bar;
        }
        if (this.sigintCallback === null && this.options.gracefulExit) {
          this.sigintCallback = this.stop.bind(this);
          process.once("SIGINT", this.sigintCallback);
          process.once("SIGTERM", this.sigintCallback);
        }
        if (!this.isActive) {
          if (this.options.hideCursor === true) {
            this.terminal.cursor(false);
          }
          if (this.options.linewrap === false) {
            this.terminal.lineWrapping(false);
          }
          this.timer = setTimeout(this.update.bind(this), this.schedulingRate);
        }
        this.isActive = true;
        bar.start(total, startValue, payload);
        this.emit("start");
        return bar;
      }
      // remove a bar from the stack
      remove(bar) {
        const index = this.bars.indexOf(bar);
        if (index < 0) {
          return false;
        }
        this.bars.splice(index, 1);
        this.update();
        this.terminal.newline();
        this.terminal.clearBottom();
        return true;
      }
      // internal update routine
      update() {
        if (this.timer) {
          clearTimeout(this.timer);
          this.timer = null;
        }
        this.emit("update-pre");
        this.terminal.cursorRelativeReset();
        this.emit("redraw-pre");
        if (this.loggingBuffer.length > 0) {
          this.terminal.clearLine();
          while (this.loggingBuffer.length > 0) {
            this.terminal.write(this.loggingBuffer.shift(), true);
          }
        }
        for (let i = 0; i < this.bars.length; i++) {
          if (i > 0) {
            this.terminal.newline();
          }
          this.bars[i].render();
        }
        this.emit("redraw-post");
        if (this.options.noTTYOutput && this.terminal.isTTY() === false) {
          this.terminal.newline();
          this.terminal.newline();
        }
        this.timer = setTimeout(this.update.bind(this), this.schedulingRate);
        this.emit("update-post");
        if (this.options.stopOnComplete && !this.bars.find((bar) => bar.isActive)) {
          this.stop();
        }
      }
      stop() {
        clearTimeout(this.timer);
        this.timer = null;
        if (this.sigintCallback) {
          process.removeListener("SIGINT", this.sigintCallback);
          process.removeListener("SIGTERM", this.sigintCallback);
          this.sigintCallback = null;
        }
        this.isActive = false;
        if (this.options.hideCursor === true) {
          this.terminal.cursor(true);
        }
        if (this.options.linewrap === false) {
          this.terminal.lineWrapping(true);
        }
        this.terminal.cursorRelativeReset();
        this.emit("stop-pre-clear");
        if (this.options.clearOnComplete) {
          this.terminal.clearBottom();
        } else {
          for (let i = 0; i < this.bars.length; i++) {
            if (i > 0) {
              this.terminal.newline();
            }
            this.bars[i].render();
            this.bars[i].stop();
          }
          this.terminal.newline();
        }
        this.emit("stop");
      }
      log(s) {
        this.loggingBuffer.push(s);
      }
    };
  }
});

// node_modules/cli-progress/presets/legacy.js
var require_legacy = __commonJS({
  "node_modules/cli-progress/presets/legacy.js"(exports, module) {
    module.exports = {
      format: "progress [{bar}] {percentage}% | ETA: {eta}s | {value}/{total}",
      barCompleteChar: "=",
      barIncompleteChar: "-"
    };
  }
});

// node_modules/cli-progress/presets/shades-classic.js
var require_shades_classic = __commonJS({
  "node_modules/cli-progress/presets/shades-classic.js"(exports, module) {
    module.exports = {
      format: " {bar} {percentage}% | ETA: {eta}s | {value}/{total}",
      barCompleteChar: "\u2588",
      barIncompleteChar: "\u2591"
    };
  }
});

// node_modules/cli-progress/presets/shades-grey.js
var require_shades_grey = __commonJS({
  "node_modules/cli-progress/presets/shades-grey.js"(exports, module) {
    module.exports = {
      format: " \x1B[90m{bar}\x1B[0m {percentage}% | ETA: {eta}s | {value}/{total}",
      barCompleteChar: "\u2588",
      barIncompleteChar: "\u2591"
    };
  }
});

// node_modules/cli-progress/presets/rect.js
var require_rect = __commonJS({
  "node_modules/cli-progress/presets/rect.js"(exports, module) {
    module.exports = {
      format: " {bar}\u25A0 {percentage}% | ETA: {eta}s | {value}/{total}",
      barCompleteChar: "\u25A0",
      barIncompleteChar: " "
    };
  }
});

// node_modules/cli-progress/presets/index.js
var require_presets = __commonJS({
  "node_modules/cli-progress/presets/index.js"(exports, module) {
    var _legacy = require_legacy();
    var _shades_classic = require_shades_classic();
    var _shades_grey = require_shades_grey();
    var _rect = require_rect();
    module.exports = {
      legacy: _legacy,
      shades_classic: _shades_classic,
      shades_grey: _shades_grey,
      rect: _rect
    };
  }
});

// node_modules/cli-progress/cli-progress.js
var require_cli_progress = __commonJS({
  "node_modules/cli-progress/cli-progress.js"(exports, module) {
    var _SingleBar = require_single_bar();
    var _MultiBar = require_multi_bar();
    var _Presets = require_presets();
    var _Formatter = require_formatter();
    var _defaultFormatValue = require_format_value();
    var _defaultFormatBar = require_format_bar();
    var _defaultFormatTime = require_format_time();
    module.exports = {
      Bar: _SingleBar,
      SingleBar: _SingleBar,
      MultiBar: _MultiBar,
      Presets: _Presets,
      Format: {
        Formatter: _Formatter,
        BarFormat: _defaultFormatBar,
        ValueFormat: _defaultFormatValue,
        TimeFormat: _defaultFormatTime
      }
    };
  }
});

// node_modules/commander/esm.mjs
var import_index = __toESM(require_commander(), 1);
var {
  program,
  createCommand,
  createArgument,
  createOption,
  CommanderError,
  InvalidArgumentError,
  InvalidOptionArgumentError,
  // deprecated old name
  Command,
  Argument,
  Option,
  Help
} = import_index.default;

// src/cli/bench.ts
var import_benchmark = __toESM(require_benchmark(), 1);
var import_cli_table32 = __toESM(require_cli_table3(), 1);
var import_lodash = __toESM(require_lodash(), 1);
var import_platform = __toESM(require_platform(), 1);

// src/cli/failure.ts
var EXIT_FAILED = 1;
var EXIT_USAGE = 2;
var UserError = class extends Error {
  name = "UserError";
};
function oneLine(text) {
  return text.trim().replace(/\s*\n\s*/g, " ");
}
var REASONS = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "no such file",
  EISDIR: "it is a directory",
  ESRCH: "the process has ended"
};
function systemCode(error) {
  const code = error?.code;
  return typeof code === "string" ? code : void 0;
}
function reason(error) {
  const known = REASONS[systemCode(error) ?? ""];
  return known ?? oneLine(error instanceof Error ? error.message : String(error));
}

// src/cli/library.ts
import { readFileSync } from "node:fs";
import { Spillway } from "spillway";
function packageVersion() {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return JSON.parse(text).version;
}

// src/cli/arguments.ts
function wholeNumber(least, most) {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}
function pageSize(text) {
  const sizes2 = [4096, 8192, 16384, 32768, 65536];
  const value = sizes2.find((size2) => String(size2) === text);
  if (value !== void 0) return value;
  throw new InvalidArgumentError(`It must be one of ${sizes2.join(", ")}.`);
}
function checkMaxBytes(maxBytes, pageSize2) {
  try {
    Spillway.openSync({ maxBytes, pageSize: pageSize2 }).close();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError)
      throw new UserError(`--max-bytes: ${error.message}`);
    throw error;
  }
}

// build/wasm/doors.wasm
var doors_default = __toBinaryNode("AGFzbQEAAAAB7AEeYAJ/fwF/YAF/AX9gAAF/YAF/AGACf38AYAR/f39/AX9gA39/fwF/YAV/f39/fwF/YAR/f39/AGADf39/AGAHf39/f39/fwF/YAJ/fgF/YAAAYAV/f39/fwBgBn9/f39/fwF/YAJ+fwF/YAN/f38BfmAEfn9/fwF/YAp/f35/f39/f39/AX9gAX8BfmACf38BfmAGf39/f39/AX5gBn5/f39/fwF/YAd+f39/f39/AX9gA35/fwF/YAR+f39/AX5gCH9/f39/f39/AX5gBH9/f34Bf2AJf39/f39/f39/AX9gCH9/f39/f39/AAPTAdEBABAEAQsGAQERAgMEEgEAAQECBwUBAAMCAgcAAQYTBQEDDAECBgYEAxQHDQgACBUJBAEBAxYACQMDCwYAARcPDRgHBAkADgYCAAAIAwsADwYZAAEAAAIICAEaBwoECgMDAwYHBQEAAQQBAwAAAgIABQUFDAEDBAMJAgUAAQwDDgEBAwEAAAUABQkCBQACAAUGAQcGBQUIAgAOAAQBAQEBBgEBAwQLGw0AAQQDAAAECQIFAAACBgUBAAoHABwEBAoKBgcFCAADBAgEBB0CAgICAgIFBgEBBP//AwbCBGZ/AEGAgAQLfwBBgCALfwBBgIAEC38AQf//Awt/AEHAAAt/AEHAAAt/AEGAIAt/AEGAKAt/AEGAMAt/AEHAAAt/AEGAMgt/AEGABAt/AEGAwAALfwBBgIAEC38AQcCABAt/AEEQC38AQRALfwBBAAt/AEEEC38AQQgLfwBBwIIEC38AQYCAAQt/AEHAggULfwBBAQt/AEEAC38AQX8LfwBBfgt/AEF9C38AQXwLfwBBewt/AEF6C38AQXkLfwBBAAt/AEEBC38AQQILfwBBAwt/AEEBC38AQQILfwBBBAt/AEEIC38AQRALfwBBIAt/AEEAC38AQQgLfwBBEAt/AEEYC38AQSALfwBBKAt/AEEwC38AQTgLfwBBwAALfwBByAALfwBB0AALfwBB2AALfwBB4AALfwBB6AALfwBB8AALfwBB+AALfwBBgAELfwBBiAELfwBBkAELfwBBmAELfwBBoAELfwBBqAELfwBBsAELfwBBuAELfwBBwAELfwBByAELfwBB0AELfwBB2AELfwBB4AELfwBB6AELfwBB8AELfwBB+AELfwBBgAILfwBBiAILfwBBkAILfwBBmAILfwBBoAILfwBBqAILfwBBsAILfwBBuAILfwBBwAILfwBByAILfwBB0AILfwBB2AILfwBB4AILfwBB6AILfwBBKAt/AEHAgAQLfwBBIAt/AEEAC38AQQgLfwBBDAt/AEEQC38AQRQLfwBBGAt/AEEcC38AQQALfwBBAQt/AEECC38AQQ8LB9oZxQEKZG9vcl9wbGFjZQCrAQtkb29yX3N0b3JlZACnAQpkb29yX2NvZGVjAMQBC2Rvb3JfZW5jb2RlALkBC2Rvb3JfZGVjb2RlAMIBCWRvb3JfaGFzaAC1ARBkb29yX2ZpbGxfZGV0ZWN0ALcBDmRvb3Jfc2xvdF90YWtlAKgBDmRvb3Jfc2xvdF9naXZlAKkBD2Rvb3JfZW5jb2RlX2FsbAC4AQ9kb29yX2RlY29kZV9hbGwAwQENZG9vcl9oYXNoX2FsbAC0AQ1kb29yX2NvcHlfYWxsAMMBCWRvb3JfZ3JvdwC2ARJkb29yX3JlZnVzZV9ncm93dGgAqgEQZG9vcl9kZW5zZV9ieXRlcwDAARBkb29yX2RlbnNlX3RyYWluALsBFWRvb3JfZGljdGlvbmFyeV92YWxpZAC6ARBkb29yX2RlbnNlX2luZGV4AL0BEWRvb3JfZGVuc2VfdGFibGVzALwBEWRvb3JfZGVuc2VfZW5jb2RlAL4BEWRvb3JfZGVuc2VfZGVjb2RlAL8BDmRvb3JfdHJhbnNmb3JtAKYBD2Rvb3Jfb3JkZXJfb3BlbgCvAQ9kb29yX29yZGVyX2hhc2gAsQERZG9vcl9vcmRlcl9jaG9vc2UAsgERZG9vcl9vcmRlcl9pbnNlcnQAsAEQZG9vcl9vcmRlcl90b3VjaACtARFkb29yX29yZGVyX3ZpY3RpbQCsARFkb29yX29yZGVyX3JlbW92ZQCuARBkb29yX29yZGVyX2NoZWNrALMBBGluaXQAkQEJc2V0X2ZsYWdzAHYKc2V0X2xpbWl0cwB1C3NldF9udXJzZXJ5AHQGc2V0dGxlAHMHaXNfZnVsbACMAQpsaXZlX2J5dGVzAIkBC29wZW5fY2xpZW50AIQBCnNldF9jbGllbnQAdwxjbG9zZV9jbGllbnQAogEMY2xpZW50X3N0YXRzAKMBEnJlc2V0X2NsaWVudF9wZWFrcwB9BWV2aWN0AJsBCGV2aWN0X29mAJoBCW9wZW5fYXJlYQCFAQpzdG9yZV9wYWdlAHAJbG9hZF9wYWdlAIcBCHB1dF9wYWdlAH4IZ2V0X3BhZ2UAmAEVaW52YWxpZGF0ZV9pbm9kZV9wYWdlAI4BFHN1cGVyc2VkZV9pbm9kZV9wYWdlAG8QaW52YWxpZGF0ZV9pbm9kZQCPAQpzdG9yZV9tYW55AHEJbG9hZF9tYW55AIgBC3BhZ2VfbGVuZ3RoAIMBD2ludmFsaWRhdGVfcGFnZQCNAQ5zdXBlcnNlZGVfcGFnZQBuD2ludmFsaWRhdGVfYXJlYQCQAQpjdXJyX3BhZ2VzAKABCWZpbmRfcGFnZQCZAQloYXNoX3BhZ2UAlwEMbWVhc3VyZV9wYWdlAIYBCmtlcHRfYnl0ZXMAiwEQa2VwdF9pbm9kZV9ieXRlcwCKAQp1c2VkX2J5dGVzAGwHY29tcGFjdAChAQR0cmltAG0OcGFyY2Vsc19idWNrZXQAggEMcGFyY2Vsc19wYWNrAIABDnBhcmNlbHNfdW5wYWNrAH8McGFyY2Vsc19kcm9wAIEBC3Jlc2V0X3BlYWtzAHwNaW1hZ2VfYnVja2V0cwCWAQppbWFnZV9wYWNrAJQBCmltYWdlX3BhZ2UAkwEMaW1hZ2VfdW5wYWNrAJIBC2ltYWdlX2NoZWNrAJUBDmRpY3Rpb25hcnlfYWRkAJ8BD2RpY3Rpb25hcnlfY29weQCeAQ9kaWN0aW9uYXJ5X25leHQAnAERZGljdGlvbmFyeV9mb3JnZXQAnQELcmVzdGVkX21hcmsAegtyZXN0ZWRfbmV4dAB5C3Jlc3RlZF9rZWVwAHsTd29ya3Nob3Bfd2FzbV9wYWdlcwBlDXdvcmtzaG9wX29wZW4Aag93b3Jrc2hvcF9zYW1wbGUAaQ53b3Jrc2hvcF90cmFpbgBnDXdvcmtzaG9wX3N0ZXAAaAx3b3Jrc2hvcF91c2UAZg93b3Jrc2hvcF9lbmNvZGUAaw1zdGF0c19yZWZyZXNoAHIKc2VsZl9jaGVjawB4D1dBU01fUEFHRV9CWVRFUwMADlBBR0VfQllURVNfTUlOAwEOUEFHRV9CWVRFU19NQVgDAhVNRU1PUllfV0FTTV9QQUdFU19NQVgDAwpMSU5FX0JZVEVTAwQLU0xBQ0tfQllURVMDBQtDT05UUk9MX1BUUgMGCVNUQVRTX1BUUgMHCUZBVUxUX1BUUgMIC0ZBVUxUX0JZVEVTAwkLQ0xJRU5UU19QVFIDCg1DTElFTlRTX0JZVEVTAwsKV0lORE9XX1BUUgMMDFdJTkRPV19CWVRFUwMNDldJTkRPV19ST1dTX0FUAw4NUk9XX0NPVU5UX01BWAMPCVJPV19CWVRFUwMQDVJPV19PRkZTRVRfQVQDEQxST1dfQllURVNfQVQDEg1ST1dfU1RBVFVTX0FUAxMPV0lORE9XX1RBQkxFX0FUAxQTRU5DT0RFUl9UQUJMRV9CWVRFUwMVEVdJTkRPV19TQ1JBVENIX0FUAxYNU3RhdHVzLlNUT1JFRAMXC1N0YXR1cy5NSVNTAxgLU3RhdHVzLkZVTEwDGQtTdGF0dXMuUE9PUgMaDVN0YXR1cy5DTE9TRUQDGw5TdGF0dXMuREFNQUdFRAMcDFN0YXR1cy5TTUFMTAMdDVN0YXR1cy5DQVBQRUQDHg1TdGF0dXMuRlJPWkVOAx8OUGFnZUtpbmQuUExBSU4DIA1QYWdlS2luZC5GT1VSAyEOUGFnZUtpbmQuRUlHSFQDIg1QYWdlS2luZC5SR0JBAyMLRkxBR19ERURVUEUDJAtGTEFHX1ZFUklGWQMlEEZMQUdfUkVGVVNFX1BPT1IDJg1GTEFHX0NPTVBSRVNTAycMRkxBR19aRVJPSVpFAygKRkxBR19FVklDVAMpC1NUQVRfU1RPUkVTAyoQU1RBVF9TVUNDX1NUT1JFUwMrEVNUQVRfUkVGVVNFRF9GVUxMAywRU1RBVF9SRUZVU0VEX1BPT1IDLRNTVEFUX1JFRlVTRURfQ0xPU0VEAy4KU1RBVF9MT0FEUwMvC1NUQVRfTUlTU0VTAzAMU1RBVF9EQU1BR0VEAzEKU1RBVF9TTUFMTAMyEFNUQVRfT1ZFUldSSVRURU4DMxBTVEFUX0lOVkFMSURBVEVEAzQVU1RBVF9BUkVBX0lOVkFMSURBVEVEAzUKU1RBVF9UQUtFTgM2D1NUQVRfQ09MTElTSU9OUwM3DVNUQVRfU1FVRUVaRVMDOBNTVEFUX1NRVUVFWkVEX0JZVEVTAzkNU1RBVF9NT1ZFRF9JTgM6DlNUQVRfTU9WRURfT1VUAzsMU1RBVF9FVklDVEVEAzwSU1RBVF9FVklDVEVEX0JZVEVTAz0TU1RBVF9SRUZVU0VEX0NBUFBFRAM+EVNUQVRfUkVDT01QUkVTU0VEAz8XU1RBVF9SRUNPTVBSRVNTRURfQllURVMDQBFTVEFUX1RSSUVEX0JPRElFUwNBEVNUQVRfU1RPUkVEX1BBR0VTA0IPU1RBVF9GSUxMX1BBR0VTA0MUU1RBVF9EVVBMSUNBVEVfUEFHRVMDRAtTVEFUX0JPRElFUwNFEFNUQVRfWU9VTkdfUEFHRVMDRhBTVEFUX1BPT1JfQk9ESUVTA0cOU1RBVF9SQVdfQllURVMDSBJTVEFUX0VOQ09ERURfQllURVMDSRVTVEFUX0NPTVBSRVNTRURfQllURVMDSg9TVEFUX1VTRURfQllURVMDSxNTVEFUX1JFU0VSVkVEX0JZVEVTA0wTU1RBVF9NRVRBREFUQV9CWVRFUwNND1NUQVRfU0xBQl9CWVRFUwNOClNUQVRfQVJFQVMDTw9TVEFUX0xJVkVfQllURVMDUBRTVEFUX0VQSEVNRVJBTF9QQUdFUwNRFFNUQVRfRVBIRU1FUkFMX0JZVEVTA1IRU1RBVF9ERU5TRV9CT0RJRVMDUxVTVEFUX0RJQ1RJT05BUllfQllURVMDVA9TVEFUX1BFQUtfUEFHRVMDVRRTVEFUX1BFQUtfTElWRV9CWVRFUwNWC1NUQVRTX0JZVEVTA1cMUEFSQ0VMX0JZVEVTA1gMUEFSQ0VMU19ST09NA1kQSU1BR0VfUEFHRV9CWVRFUwNaDElNQUdFX0tFWV9BVANbDUlNQUdFX0FSRUFfQVQDXA9JTUFHRV9PRkZTRVRfQVQDXQxJTUFHRV9SQVdfQVQDXg9JTUFHRV9TVE9SRURfQVQDXw5JTUFHRV9DT0RFQ19BVANgD0lNQUdFX1NIQVJFRF9BVANhCklNQUdFX0ZJTEwDYglJTUFHRV9SQVcDYwlJTUFHRV9MWjQDZApJTUFHRV9TQU1FA2UGbWVtb3J5AgAMARwKgccD0QHkAQIDfwJ+QbAhKAIAQX9BuCEoAgAiBEEBa2d2IgNBwCYpAwAgAa0gAK1CIIaEIgVCBIiFQqW+4/TRjIfZn39+IgYgBkIgiIVCpb7j9NGMh9mff35CIIinIAWnQQ9xc3EiAiACIANBAXZxIAIgBEkbIgJBEHZBAnRqKAIAIAJBBnZB/wdxQQJ0aigCACACQT9xQQZ0aiECA0AgAgRAIAJBPGohBCACIQMDQCADIARJBEAgAygCACABRgR/IAAgAygCBEYFQQALBEAgAw8LIANBDGohAwwBCwsgAigCPCECDAELC0EAC7cLAwJ/AX4JeyABQT9qQUBxIAFrIgMEQCAAIAFqQQAgA/wLAAv9DIfK64WxeTeeT+vUJz2ussIhDv0M+Xk3nrFnVhZjrrLCd8rrhSEN/QxP69QnPa6ywmOussJ3yuuFIQz9DPl5N56xZ1YWh8rrhbF5N54hCyAAIAFqIQRBwCYhAwNAIAAgBEkEQCAA/QAEACIKIAP9AAQA/VEiCSAA/QAEECIIIAP9AAQQ/VEiBv0NAAECAwgJCgsQERITGBkaGyEHIA4gCP3OASAHIAkgBv0NBAUGBwwNDg8UFRYXHB0eHyIG/d4B/c4BIQ4gDSAK/c4BIAcgBv3fAf3OASENIAD9AAQgIgogA/0ABCD9USIJIAD9AAQwIgggA/0ABDD9USIG/Q0AAQIDCAkKCxAREhMYGRobIQcgDCAI/c4BIAcgCSAG/Q0EBQYHDA0ODxQVFhccHR4fIgb93gH9zgEhDCALIAr9zgEgByAG/d8B/c4BIQsgAEFAayEAIANBCGoiA0HAJ0YEQCAOIA5BL/3NAf1RIAP9AAQA/VEiBiAG/Q0AAQIDCAkKCwABAgMICQoL/QyxeTeesXk3nrF5N56xeTee/d4BIAYgBv0NBAUGBwwNDg8EBQYHDA0OD/0MsXk3nrF5N56xeTeesXk3nv3eAUEg/csB/c4BIQ4gDSANQS/9zQH9USAD/QAEEP1RIgYgBv0NAAECAwgJCgsAAQIDCAkKC/0MsXk3nrF5N56xeTeesXk3nv3eASAGIAb9DQQFBgcMDQ4PBAUGBwwNDg/9DLF5N56xeTeesXk3nrF5N5793gFBIP3LAf3OASENIAwgDEEv/c0B/VEgA/0ABCD9USIGIAb9DQABAgMICQoLAAECAwgJCgv9DLF5N56xeTeesXk3nrF5N5793gEgBiAG/Q0EBQYHDA0ODwQFBgcMDQ4P/QyxeTeesXk3nrF5N56xeTee/d4BQSD9ywH9zgEhDCALIAtBL/3NAf1RIAP9AAQw/VEiBiAG/Q0AAQIDCAkKCwABAgMICQoL/QyxeTeesXk3nrF5N56xeTee/d4BIAYgBv0NBAUGBwwNDg8EBQYHDA0OD/0MsXk3nrF5N56xeTeesXk3nv3eAUEg/csB/c4BIQtBwCYhAwsMAQsLIAGtQoeVr6+Ytt6bnn9+IAKtQvnz3fGZ9pmrFn58QcgmKQMAIA79HQCFQs/W077Sx6vZQn5CH4lCh5Wvr5i23puef36FQhuJQoeVr6+Ytt6bnn9+Qp2jteqDsY2K+gB9QdAmKQMAIA79HQGFQs/W077Sx6vZQn5CH4lCh5Wvr5i23puef36FQhuJQoeVr6+Ytt6bnn9+Qp2jteqDsY2K+gB9QdgmKQMAIA39HQCFQs/W077Sx6vZQn5CH4lCh5Wvr5i23puef36FQhuJQoeVr6+Ytt6bnn9+Qp2jteqDsY2K+gB9QeAmKQMAIA39HQGFQs/W077Sx6vZQn5CH4lCh5Wvr5i23puef36FQhuJQoeVr6+Ytt6bnn9+Qp2jteqDsY2K+gB9QegmKQMAIAz9HQCFQs/W077Sx6vZQn5CH4lCh5Wvr5i23puef36FQhuJQoeVr6+Ytt6bnn9+Qp2jteqDsY2K+gB9QfAmKQMAIAz9HQGFQs/W077Sx6vZQn5CH4lCh5Wvr5i23puef36FQhuJQoeVr6+Ytt6bnn9+Qp2jteqDsY2K+gB9QfgmKQMAIAv9HQCFQs/W077Sx6vZQn5CH4lCh5Wvr5i23puef36FQhuJQoeVr6+Ytt6bnn9+Qp2jteqDsY2K+gB9QYAnKQMAIAv9HQGFQs/W077Sx6vZQn5CH4lCh5Wvr5i23puef36FQhuJQoeVr6+Ytt6bnn9+Qp2jteqDsY2K+gB9IgUgBUIhiIVCz9bTvtLHq9lCfiIFIAVCHYiFQvnz3fGZ9pmrFn4iBSAFQiCIhQuoBQIFfwJ+IAAoAgQiBCgCICECIAAoAggiA0EBa0EAIANBAXEbIgMEfyADKAIABSAAKAIICyIFKAIMQRR2QQdxBH8gBS8BEkEBagVBAAshBiAAKAIIIgNBAWtBACADQQFxGyIDBEAgAgR/IAIoAggFQQALIAMgARBDCyACBEAgAiACKAIQQQFrIgE2AhAgASACKAIwSwRAIAIgATYCMAsLIAQoAgxFBEBBgDBBnwE2AgBBhDBBAzYCAEGIMEHwEDYCAEGMMEHsECgCAEF+cTYCAAALIAQgBCgCDEEBazYCDEGwISgCAEF/QbghKAIAIgFBAWtndiICQcAmKQMAIAAiAzUCACAANQIEQiCGhCIHQgSIhUKlvuP00YyH2Z9/fiIIIAhCIIiFQqW+4/TRjIfZn39+QiCIpyAHp0EPcXNxIgAgACACQQF2cSAAIAFJGyIAQRB2QQJ0aigCACAAQQZ2Qf8HcUECdGooAgAgAEE/cUEGdGohAEEAIQEDQCAAKAI8IgIEQCAAIQEgAiEADAELCyAAQTBqIQIDQCACKAIERQRAIAJBDGshAgwBCwsgAiADRwRAIAMgAkEM/AoAAAsgAkEANgIEIAFBACAAIAJGGwRAIAEgACgCPDYCPCAAQdAgKAIANgIEQdAgIAA2AgBB5CBB5CAoAgBBAWo2AgBB4CBB4CAoAgBBAWs2AgALQbwhQbwhKAIAQQFrNgIAQcApQcApKQMAQgF9NwMAQfApQfApKQMAIAUvARBBAWqtfTcDACAFEDxFIAQoAhBFcgRAIAQoAiAiAARAIAYgACgCGEsEQEGAMEGAATYCAEGEMEEDNgIAQYgwQfAONgIAQYwwQewOKAIAQX5xNgIAAAsgACAAKAIYIAZrNgIYCwsgBCgCJARAIAQQFgsLkAEBBH8gAEUhA0GMMigCACECA0AgAgRAIANFIAAgAkkgAkGMMigCAEYEf0GEMigCAAUgAkHAG2oLIgQgAE1ycUUEQCACQUBrIABB4AZqIAMbIQFBASEDA0AgASAESQR/IAEoAgAFQQELRQRAIAFB4AZqIQEMAQsLIAEgBEkEQCABDwsLIAIoAgAhAgwBCwtBAAuoAgIDfwF+QfAyKAIAQX9B+DIoAgAiBEEBa2d2IgMgAK0gAUHAJikDAIUiBSAFQiGIhULP1tO+0ser2UJ+IgUgBUIdiIVC+fPd8Zn2masWfiIFIAVCIIiFhSIFIAVCIYiFQs/W077Sx6vZQn4iBSAFQh2IhUL5893xmfaZqxZ+IgUgBUIgiIUiBadxIgIgAiADQQF2cSACIARJGyICQRB2QQJ0aigCACACQQZ2Qf8HcUECdGooAgAgAkE/cUEGdGohAgNAIAIEQCACIQMDQCADIAJBOGpJBEAgAygCACIEBH8gAygCBCAFQiCIp0cFQQELRQRAIAEgBCkDKFEEfyAAIAQoAiRGBUEACwRAIAQPCwsgA0EIaiEDDAELCyACKAI8IQIMAQsLQQAL3AEBA38gACgCCCAAKAIEayABbiIEIAAoAhRqIAJPBEBBAQ8LEBEiAkUEQEEADwsDQCADIARJBEAgACgCBCIFIAAoAghPBEBBgDBB2gA2AgBBhDBBAzYCAEGIMEGwDTYCAEGMMEGsDSgCAEF+cTYCAAALIAVBACAB/AsAIAAgASAFajYCBCAFIAAoAgA2AgQgACAFNgIAIAAgACgCFEEBajYCFCADQQFqIQMMAQsLIAIgACgCDDYCACAAIAI2AgwgACACQUBrNgIEIAAgAkGAIGpBwB8gAXBrNgIIQQELzwECAn8BfiAAQQdqQXxxIgJBlCIoAgB2IgBBIU8EQEEwIABBBXZBIGoiACAAQTBPGyEAC0GAIikDACIDQgEgAK2Gg0IAUgR/IABBAnRBqCJqKAIAIgFBACACQZAiKAIAIAEoAhBrTRsFQQALIgFFBEAgAyAAQQFqrSIDiCADhiIDUARAQQAPCyADeqdBAnRBqCJqKAIAIQELIAEgASgCECIAIAJqNgIQIAEgASgCFCACajYCFEGgIkGgIigCACACajYCACABEAogACABakEEagszAQF/IABFBEBBAA8LQQAQGyEBA0AgAQR/IAEoAgAgAEcFQQALBEAgARAbIQEMAQsLIAELxQICBH8BfkHQISgCAEF/QdghKAIAIgRBAWtndiIFIABBwCYpAwCFIgggCEIhiIVCz9bTvtLHq9lCfiIIIAhCHYiFQvnz3fGZ9pmrFn4iCCAIQiCIhSIIp3EiBiAGIAVBAXZxIAQgBksbIgRBEHZBAnRqKAIAIARBBnZB/wdxQQJ0aigCACAEQT9xQQZ0aiEEIANFIQYDQCAEBEAgBP0ABDAgCEI4iKdBgAFy/Q/9I/1kQf8fcSEFA0AgBQRAIAQgBWhBAnRqKAIAIQcgBgR/IAAgBykDAFEFQQALBH8gASAHLwEQQQFqRgR/IAcoAgxBFHZBB3FFIAJBAEdGBUEACwR/IAcoAgxB//8PcUH//w9JBUEACwVBAAsEQCAHDwtBASAGIAMgB0YbIQYgBSAFQQFrcSEFDAELCyAEKAI8IQQMAQsLQQAL6wEBBn9BnCAoAgAiAARAQZwgIAAoAgA2AgBBoCBBoCAoAgBBAWs2AgAgAEEANgIEIAAPC0GYICgCACIDrUGUICgCACIBrXxBpCA1AgBCEIZWBEBBAA8LAn9BASABIANqrUL//wN8QhCIpyICPwAiAE0NABpBAEGkICgCACIEIAJJDQAaQQEgBCACIABBgAIgAEEDdiIFIAVBgAJPG2oiBSACIAVLGyIFIAQgBUkbIgQgAGtAAEF/Rw0AGiACIARJBH8gAiAAa0AAQX9HBUEACwtFBEBBAA8LQZggIAEgA2o2AgAgA0EANgIEIAML6AMBBH9BpCJBkCIoAgAgACgCEGsiAUGkIigCACAAKAIga2o2AgAgACABNgIgQZAiKAIAIAAoAhBrQZQiKAIAdiIBQSFPBEBBMCABQQV2QSBqIgEgAUEwTxshAQsgASAAKAIYIgJHBEAgAkF/RwRAAkAgACgCBCEDIAAoAgAiBARAIAQgAzYCBAsgAwRAIAMgBDYCAAwBCyACQQJ0QagiaiAENgIAIARFBEBBgCJBgCIpAwBCfiACrYmDNwMACwsLIAAgAUECdEGoImoiAigCACIDNgIAIABBADYCBCADBEAgAyAANgIECyACIAA2AgBBgCJBgCIpAwBCASABrYaENwMAIAAgATYCGAsgACgCEEFAaiAAKAIUayIBBH9BPyABQZgiKAIAdiIBIAFBP08bBUF/CyIBIAAoAhwiAkcEQCACQX9HBEACQCAAKAIMIQMgACgCCCIEBEAgBCADNgIMCyADBEAgAyAENgIIDAELIAJBAnRB7CNqIAQ2AgAgBEUEQEGIIkGIIikDAEJ+IAKtiYM3AwALCwsgAUF/RwRAIAAgAUECdEHsI2oiAigCACIDNgIIIABBADYCDCADBEAgAyAANgIMCyACIAA2AgBBiCJBiCIpAwBCASABrYaENwMACyAAIAE2AhwLC4cCAQN/IAAiAyABEEghAiAAKAIEIgEEfyABBSAAKAIMCyEAIAIhAQNAIAEgAkZBACAAQQAgBEEESRsbBEAgACABIAAtABgEf0EABSAAKAIUIAIoAhRBAXRLCxshASAAKAIIIQAgBEEBaiEEDAELCyADIAA2AgQgASgCDCIAKAIgIQIgACABKAIQEAAiACgCCCIBQQFrQQAgAUEBcRsiAQR/IAEoAgAFIAAoAggLIgEoAgxBFHZBB3EEfyABLwESQQFqBUEACyEBIABBARACIAIgAikDIEIBfDcDICACIAIpAyggAa18NwMoQZApQZApKQMAQgF8NwMAQZgpQZgpKQMAIAGsfDcDAAvqBAEEfyAJBH9BlDMoAgAiCgR/IAogCUEEdGooAgAFQQALBUEBC0UEQEEADwsgCEEARxANRQRAQQAPCyADBEAgBwRAIAIgBEEAQQAQCCENAkADQCANBEAgAyANKAIMQRR2QQdxRiIKBH8gBSANLwESQQFqRgUgCgsEfyANKAIIIQxBACELAn8DQCALQRBqIgogBU0EQEEAIAsgDGr9AAQAIAYgC2r9AAQA/VH9Uw0CGiAKIQsMAQsLA0AgBSALSwRAQQAgCyAMai0AACAGIAtqLQAARw0CGiALQQFqIQsMAQsLQQELBUEACwRAIA0oAgxB//8PcUH//w9PBEBBgDBB0AE2AgBBhDBBAzYCAEGIMEGwDjYCAEGMMEGsDigCAEF+cTYCAAALIA0gDSgCDEH///93cUEBajYCDEHQKUHQKSkDAEIBfDcDAAwDCyACIARBACANEAghDQwBCwtBACENCwsgDUUEQCAFECIiCkUEQEEADwsgAiADIAQgBSAGIAogBxA9IQ0gCQRAIA0gDSgCDEH//798cUGAgMABciAJQRl0cjYCDCANIAVBAWs7ARJBlDMoAgAiAwR/IAMgCUEEdGooAgAFQQALRQRAQYAwQTk2AgBBhDBBAzYCAEGIMEGwETYCAEGMMEGsESgCAEF+cTYCAAALQZQzKAIAIAlBBHRqIgMgAygCCEEBajYCCAsgACgCEARAIAAoAiAiBgRAIAYgBSAGKAIYaiIDNgIYIAMgBigCNEsEQCAGIAM2AjQLCwsLBSACIAQQPiENCyAAIAEgBCANIAgQP0GAKUGAKSkDAEIBfDcDAEEBCzIAQdAgQcAAQQwQBQR/QfAgQRRBARAFBUEACwR/IAAEf0GgMkEcQQEQBQVBAQsFQQALC+0CAgZ/AXsgAC8BEEEBaiEEIAAoAgxBFHZBB3EiBkUEQCAAKQMA/RIhCEEAIQADQCAAIARJBEAgACABaiAI/QsEACAAQRBqIQAMAQsLQQEPCyAAKAIIIQMgAC8BEkEBaiECIAZBA0YEQCAAKAIMQRl2IAMgAiABIAQQQQ8LIAZBAUYEQCABIAMgAvwKAAAFIAIgA2ohByADIQADQCAAIAdJBEAgBSAALQAAciEFIABBQGshAAwBCwtBjCAgBTYCACAGQQJGBEAgAyACIAEgBBATIQIFQYAgKAIAQYDDBWohBUF6IQAgAy0AACIGRSAGQQNLckUEQCADQQFqIAJBAWsgBSAEEBMiAEEASgRAIAYgBSAAIAEQVgsLIAAhAkGAICgCACIAQYDDBWohA0GEICgCAEEQcQRAIANBACAAQQF0QfAAavwLAAsLIAJBAEgEQEEADwsLIAIgBEkEQCABIAJqQQAgBCACa/wLAAtBAQsiAQF/EBEiAUUEQEEADwsgAUEAQYAg/AsAIAAgATYCAEEBC4ICAQV/IAAoAhwhAQNAIANBwABJBH8gAS0AGAVBAAsEQCABLQAZQQR0IABqQQRrIQQgASgCBCECIAEoAgghBSAAKAIEIAFGBEAgACAFNgIECyACBEAgAiAFNgIIBSAEIAU2AgALIAUEQCAFIAI2AgQFIAQgAjYCBAsgBCAEKAIIIAEoAhRrNgIIIAQgBCgCDEEBazYCDCABIAAoAiAiAjYCBCABQQA2AgggAgRAIAIgATYCCAUgACABNgIcCyAAIAE2AiAgAUECOgAZIAAgASgCFCAAKAIkajYCJCAAIAAoAihBAWo2AiggAUEAOgAYIAAoAhwhASADQQFqIQMMAQsLIAELUQEBf0HAICgCACIAQcQgKAIARgRAEAkiAEUEQEEADwtBxCAgAEGUICgCAEGAYHFqNgIAC0HAICAAQYAgajYCAEHIIEHIICgCAEEBajYCACAAC4cMAwx/An4BeyAAIAFqIQ0gAiADaiEOIAAhBiACIQMCQCABQQxLBEAgBEEAQYCAAfwLACANQQxrIQkgDUEFayEIIAZBAWohBwNAIAcgCUkEQAJAIAYhBSAJIAZBgAFqIgEgASAJSxshCgNAAkAgACAEIAcpAwAiEkKAgIDYy5vvjU9+QjOIp0EBdGoiAS8BAGohDCABIAcgAGs7AQAgACAEIAcpAwEiEUKAgIDYy5vvjU9+QjOIp0EBdGoiCy8BAGohASALIAdBAWogAGs7AQAgDCkDACAShXoiEiABKQMAIBGFeiIRIBEgElQbQiBaDQAgCiAHIAcgBWtBBnZBAmpqIgdNBEAgByAJTw0BIAkhCiAFQYAcayAFIAdBgAJqIAlNBH8gCSAHa0EEdiEFQQAhECAHIQFBACEPA0AgD0EQSQRAIBAgAf0ABAAiEyABQQFr/QAEAP0jIBMgAUECa/0ABAD9I/1QIBMgAUEEa/0ABAD9IyATIAFBCGv9AAQA/SP9UP1Q/WRpaiEQIAEgBWohASAPQQFqIQ8MAQsLIBBBDE0FQQALGyEFCwwBCwsgByAJTw0AIAEgDCARIBJWIgEbIQwgASAHaiIHQQRqIQUgDEEEaiEKIAcgDGshDyAHQQFrLQAAIAxBAWstAABGBEAgByAGayILIAwgAGsiASABIAtLGyELQQAhAQNAIAEgC0kEfyAHIAFrQQFrLQAAIAwgAWtBAWstAABGBUEACwRAIAFBAWohAQwBCwsgByABayEHCyADIQEgByAGayILQQ9JBEAgC0EJaiAOIAFrSw0FIAtBBHQhDCABQQFqIgMgBv0ABAD9CwQABSALQQ9JBH9BAAUgC0EPa0H/AW5BAWoLIAtqQQlqIA4gAWtLDQVB8AEhDCABQQFqIQMgC0EPayEQA0AgEEH/AU8EQCADQf8BOgAAIANBAWohAyAQQf8BayEQDAELCyADIBA6AAAgA0EBaiIDIAb9AAQA/QsEAEEQIRADQCALIBBLBEAgAyAQaiAGIBBq/QAEAP0LBAAgEEEQaiEQDAELCwsgAyALaiIDIA87AQAgA0ECaiEDA0ACQCAIIQYCQCAFKQMAIAopAwCFIhFQBEADQCAFQQhqIgUgBk8NAiAFKQMAIApBCGoiCikDAIUiEVANAAsLIAYgBSARekIDiKdqIgUgBSAGSxshBgsgBiAHa0EEayIFQQ9PBEAgBUEPSQR/QQAFIAVBD2tB/wFuQQFqC0EGaiAOIANrSw0HIAEgDEEPcjoAACAFQQ9rIQEDQCABQf8BTwRAIANB/wE6AAAgA0EBaiEDIAFB/wFrIQEMAQsLIAMgAToAACADQQFqIQMFIAEgBSAMcjoAAAsgBiIHIAlBCGtLDQAgBCAHQQJrIgEpAwBCgICA2Mub741PfkIziKdBAXRqIAEgAGs7AQAgACAEIAcpAwAiEkKAgIDYy5vvjU9+QjOIp0EBdGoiAS8BAGohCiABIAcgAGs7AQAgCigCACASp0YEQCAOIANrQQlJDQdBACEMIAMiASAHIAprIg87AQEgAUEDaiEDIAdBBGohBSAKQQRqIQoMAgsgEiAHIA9rKQMAhSIRQoCABFoNAEECQQEgEUL/AVYbIgZBCWogDiADa0sNBiAGQQR0IQwgAyIBIBI9AQEgASAGaiIDIA87AQEgA0EDaiEDIAQgBykDAUKAgIDYy5vvjU9+QjOIp0EBdGogB0EBaiAAazsBACAHQQhqIgUgD2shCiAGIAdqIQcMAQsLIAdBAWohBwwCCwsLCyANIAZrIgQgBEEPSQR/QQAFIARBD2tB/wFuQQFqC2pBAWogDiADa0sNACAEQQ9PBH8gA0HwAToAACADQQFqIQEgBEEPayEDA0AgA0H/AU8EQCABQf8BOgAAIAFBAWohASADQf8BayEDDAELCyABIAM6AAAgAUEBagUgAyAEQQR0OgAAIANBAWoLIgAgBv0ABAD9CwQAQRAhAQNAIAEgBEkEQCAAIAFqIAEgBmr9AAQA/QsEACABQRBqIQEMAQsLIAAgBGogAmsPC0EAC/sHAgd/AXsgACIEIAFqIgVBEWshCCADIAIiAGoiB0EgayEJA0AgBCAFSQRAAkADQCAAIAlNIAQgCE1xBEAgBC0AACIBQQR2IgNBD0cEQCAAIAT9AAQB/QsEACADIARqIgQvAQEhCiAEQQNqIQQgCkEBayAAIANqIgAgAmtPBEBBe0F8IAobDwsgACAKayEDIAFBD3EiAUEPRwR/IApBCE8EQCAAIAMpAwA3AwAgACADKQMINwMIIAAgAy8BEDsBEAUgACAD/QAEACAKQQR0QYAIav0ABAD9DiIL/QsEACAAIApBgApqLQAAaiAL/QsEAAsgACABQQRqagVB/wEhBgNAIAZB/wFGBEAgBCAFTwRAQX8PCyAELQAAIQYgBEEBaiEEIAEgBmohAQwBCwsgAUEEaiIBIAcgAGtLBEBBfQ8LIAAgAWohASAKQRBPBEAgACAD/QAEAP0LBAAgACAD/QAEEP0LBBADQCABIABBIGoiAEsEQCAAIANBIGoiA/0ABAD9CwQAIAAgA/0ABBD9CwQQDAELCwUgCkGACmotAAAhBiAAIAP9AAQAIApBBHRBgAhq/QAEAP0OIgv9CwQAA0AgASAAIAZqIgBLBEAgACAL/QsEAAwBCwsLIAELIQAMAgsLCyAEIAVPDQAgBC0AACIGQQR2IgFBD0kgBSAEQQFqIgRrQRBPcQRAIAEgByAAa0sEQEF9DwsgACAE/QAEAP0LBAAgASAEaiEEIAAgAWohAAUgAUEPRgRAQf8BIQMDQCADQf8BRgRAIAQgBU8EQEF/DwsgBC0AACEDIARBAWohBCABIANqIQEMAQsLCyABIAUgBGtLBEBBfg8LIAEgByAAa0sEQEF9DwsgAUEQaiAFIARrTQRAQQAhAwNAIAAgA2ogAyAEav0ABAD9CwQAIANBEGoiAyABSQ0ACwUgACAEIAH8CgAACyAAIAFqIQAgBSABIARqIgRGBEAgACACaw8LCyAFIARrQQJJBEBBfw8LIAQvAQAhCiAEQQJqIQQgCkUEQEF8DwsgCiAAIAJrSwRAQXsPCyAGQQ9xIgFBD0YEQEH/ASEDA0AgA0H/AUYEQCAEIAVPBEBBfw8LIAQtAAAhAyAEQQFqIQQgASADaiEBDAELCwsgAUEEaiIBIAcgAGtLBEBBfQ8LIAAgAWohASAKQRBPBEAgACAAIAprIgP9AAQA/QsEAANAIAEgAEEQaiIASwRAIAAgA0EQaiID/QAEAP0LBAAMAQsLBSAKQYAKai0AACEDIAAgACAKa/0ABAAgCkEEdEGACGr9AAQA/Q4iC/0LBAADQCABIAAgA2oiAEsEQCAAIAv9CwQADAELCwsgASEADAILCwtBfwv3BQIIfwJ+QdAgQcAAQQwQBUUEQEEADwsgAEGkJigCAGooAggiAy8BEEEBaiEGIAAQHSEJIABBpCYoAgBqKAIMKAIgIQECQAJAQYQgKAIAQQFxBH8gCSAAIAYQQAVBAAsiAgRAIABBpCYoAgBqIgQoAgwgBCgCEBAAIAI2AghB2ClB2CkpAwBCAX03AwBB+ClB+CkpAwAgBq0iCX03AwBBgCpBgCopAwAgCX03AwBB4ClB4CkpAwBCAX03AwAgAygCDEH//w9xRQRAQYAwQdYBNgIADAILIAMgAygCDEEBazYCDCADKAIMGiADEF8gAQRAIAEoAhgiAiAGSQ0DIAEgAiAGazYCGAsFIAAgBiAAQaQmKAIAaigCFBAkIgJBFHYhByACQf//P3EiBBAiIgVFBEBBAA8LIAVBwMIFIAAgB0EBRxsgBPwKAAAgBUEEayADNgIAQdgpQdgpKQMAQgF9NwMAQfgpQfgpKQMAIAatIgp9NwMAQYAqQYAqKQMAIAp9NwMAQeApQeApKQMAQgF9NwMAQYQgKAIAQQFxIQggAygCDCICQYCAEHFBASACQYCAIHEbBEBBgDBBlwE2AgAMAgsgAyACQf//n3xxIAdBFHRyQYCAEEEAIAgbcjYCDCADIAk3AwAgAyAEQQFrOwESIAMgBTYCCCAIBEAgAxBeC0HYKUHYKSkDAEIBfDcDAEH4KUH4KSkDACAGrXw3AwBBgCpBgCopAwAgBK18NwMAIAQgBiAGQQN2a0sEQEHoKUHoKSkDAEIBfDcDAAsgAQRAIAYgBGsiAiABKAIYIgNLDQMgASADIAJrNgIYCwtBhCAoAgBBEHEEQCAAQQAgBvwLAAtBgCAoAgBBQGshAUGEICgCAEEQcQRAQcDCBUEAIAH8CwALIAAQS0EBDwtBhDBBAzYCAEGIMEGwDjYCAEGMMEGsDigCAEF+cTYCAAALQYAwQYABNgIAQYQwQQM2AgBBiDBB8A42AgBBjDBB7A4oAgBBfnE2AgAAC3IBA38gACgCICIDRQRAQQEPCyADBH8gAygCCAVBAAshBANAIAEgAygCFCIAIAMoAhgiAmtBACAAIAJLG0sEQCAEBH8gBCgCGCAEKAIoagVBAAsEfyABIAMoAhRLBUEBCwRAQQAPCyAEQQAQCwwBCwtBAQv6BAIFfwF+IAAoAgwEf0EABUGQMygCACAARwsEQEHwMigCAEF/QfgyKAIAIgFBAWtndiICIAAiAzUCJEHAJikDACAAKQMohSIGQiGIIAaFQs/W077Sx6vZQn4iBkIdiCAGhUL5893xmfaZqxZ+IgZCIIggBoWFIgZCIYggBoVCz9bTvtLHq9lCfiIGQh2IIAaFQvnz3fGZ9pmrFn4iBkIgiCAGhadxIgAgACACQQF2cSAAIAFJGyIAQRB2QQJ0aigCACAAQQZ2Qf8HcUECdGooAgAgAEE/cUEGdGoiASEAA0AgAARAIAAhAQNAIAEgAEE4akkEQCABIAQgAyABKAIARhshBCABQQhqIQEMAQsLIAAgBSAAKAI8IgIbIQUgACEBIAIhAAwBCwsgBEUEQEGAMEHeADYCAEGEMEEDNgIAQYgwQYASNgIAQYwwQfwRKAIAQX5xNgIAAAsgAUEwaiEAA0AgACgCAEUEQCAAQQhrIQAMAQsLIAAgBEcEQCAEIAApAwA3AwALIABCADcDACAFQQAgACABRhsEQCAFIAEoAjw2AjwgAUHQICgCADYCBEHQICABNgIAQeQgQeQgKAIAQQFqNgIAQeAgQeAgKAIAQQFrNgIAC0H8MkH8MigCAEEBazYCACADKAIMBEBBgDBB4QA2AgBBhDBBAzYCAEGIMEHwEDYCAEGMMEHsECgCAEF+cTYCAAALIAMoAhwiAARAQfAhKAIAIABBCnZBAnRqKAIAIABB/wdxQQJ0akEANgIACyADQQA2AgAgA0GQISgCADYCBEGQISADNgIAQaQhQaQhKAIAQQFqNgIAQaAhQaAhKAIAQQFrNgIACwupAQEDf0HoMigCACIAQQBB7DIoAgAiAhsEfyAAKAIYIAAoAihqBUEACwRAQewyIAJBAWs2AgAgAA8LQQAQAyEAA0AgAARAIAAgASAAKAIYIAAoAihqBH8gAUUiAgR/IAIFIAE1AgggACgCFCAAKAIkaq1+IAA1AgggASgCFCABKAIkaq1+VgsFQQALGyEBIAAQAyEADAELC0HoMiABNgIAQewyQQ82AgAgAQv3BgIJfwF+QYgiKQMAIglQBH9BAAVBACAJeadrQQJ0QeglaigCAAshAUGAIikDACIJUAR/QQAFQQAgCXmna0ECdEGkJGooAgALIgBFBEBBAA8LIAEgACABBH9BkCIoAgAiBCABKAIQIgVrIAVBQGogASgCFGtqIAQgACgCECIEayAEQUBqIAAoAhRraksFQQALGyIGKAIQIQAgBigCFEGkIigCAEGQIigCACAAa2tNBEAgACAGaiEHIAZBQGshACAGEDcDQCAAIAdJBEACQEEAIAAoAgAiBSAFQQFxGyIERQRAIAAgBUEBdmohAAwDCyAELwESQQFqIgUQBiIIRQ0AIAggAEEEaiAF/AoAACAIQQRrIAQ2AgAgBCAINgIIIAVBB2pBfHEiBCAAaiEAIAMgBWohAyACIARqIQIMAgsLCyAAIAZBQGsiBGshBUGEICgCAEEQcQRAIARBACAF/AsACyAGIAYoAhQgAmsiBDYCFEGgIkGgIigCACACazYCACAAIAZBQGsiAGshAiAEBEAgAgRAIAAgAkEBdEEBcjYCAAsFIAZBwAA2AhALIAYQCiAGKAIURQRAIAYQOCAGQZwgKAIANgIAIAYgBkEBcjYCBEGcICAGNgIAQaAgQaAgKAIAQQFqNgIAC0HwKEHwKCkDAEIBfDcDAEH4KEH4KCkDACADrXw3AwALIAMEQEEBDwsgAQR/IAEoAhBBQGogASgCFGtBlCAoAgBBBnZJBUEBCwRAQQAPC0EAIQAgASABKAIQaiEEIAFBQGsiAiEDA0AgAiAESQRAQQAgAigCACIFIAVBAXEbIgZFBEAgAiAFQQF2aiECDAILIAYvARJBAWohBSACIANHBEAgAyACIAVBB2pBfHH8CgAAIAYgA0EEajYCCCAAIAVqIQALIAVBB2pBfHEiBSACaiECIAMgBWohAwwBCwsgAiAERwRAQYAwQcEANgIAQYQwQQM2AgBBiDBBsA82AgBBjDBBrA8oAgBBfnE2AgAAC0GEICgCAEEQcQRAIANBACAEIANr/AsACyABIAMgAWs2AhAgASgCEEFAaiABKAIUawRAQYAwQbYCNgIAQYQwQQM2AgBBiDBB8Aw2AgBBjDBB7AwoAgBBfnE2AgAACyABEApB8ChB8CgpAwBCAXw3AwBB+ChB+CgpAwAgAK18NwMAQQELrAgCBn8DfkGAKEGAKCkDAEIBfDcDAAJAAn8gAAR/IAAoAgBBAUYFQQALRQRAQaAoQaAoKQMAQgF8NwMAQX0MAQsgACgCICIGBH8gBigCCAVBAAshCiAAIAEQACIGBEAgCgR/IAogBigCCCIFQQFrQQAgBUEBcRsiBRAmIAUtABlBBHIFQQALIQUgBkEAEAJByChByCgpAwBCAXw3AwALAkACQCAKQQBHIgYQDQR/QQEFECMEfyAGEA0FQQALC0UNACAFQQEgChtFBEAgCiAAIAEQRiEFCyACIAMQLARAIAIpAwAhCyAAIAEgAyADQQhPBH4gCwUgC0IBIANBA3SthkIBfYMLIAMQPiAFECpBAQ8LQaAmKAIABH9BhCAoAgBBCHEFQQALBH9BhCAoAgBBBHEFQQELBH9BAQUgACgCICIGBH8gACgCEAR/IAYEfyAGKAIIBUEACwVBAQsFQQALCwR/QQEFQYggKAIACwR/QQAFIAAgAxAVCwRAIAAgASACIAMgBBBiIgYEQCAAIAEgAyAGQQAQKkEBDwsLIAIgAyAAKAIQEAEhDEGEICgCAEEBcQRAIAwgAiADEEAiBgRAIAAgACgCEAR/QQAFIAYvARJBAWoLEBUNBSAGEDwaDAMLC0GIICgCAAR/QYQgKAIAQSBxBH9BsDIoAgBBAEcFQQALBUEBC0UNACAAQQEQFUUNASACIAMgBBAkIgRBFHYhCSAEQf//P3EiCCADIANBA3ZrSyAJQQFGIgQgBBsEf0GEICgCAEEIcQVBAAsEf0GEICgCAEEEcQVBAAsEQEGYKEGYKCkDAEIBfDcDAEF+DAMLIAAgCBAVRQ0BIAVBCHFBAEchBEGcIigCAEGUICgCAEEFdmwgCEEHakF8cWohBwNAA0AgB0GcIigCAEGQIigCAEFAamxBoCIoAgBrQZQgKAIAIgZBpCA1AgBCEIYiC0GYIDUCACINVgR/IAsgDX0gBq2ApwVBAAtBoCAoAgBqbGpBpCYoAgBBQGtBvCYoAgBBD2xBsCYoAgBrbGpLBH9BhCAoAgBBIHEEf0GwMigCAAVBAAsFQQALBEAQFyIGIAQgBiAKRnEQC0EAIQQMAQsLIAgQIiIGBH9BAAVBhCAoAgBBIHEEf0GwMigCAAVBAAsLBEAQF0EAEAsMAQsLIAZFBEBBiCBBATYCAAwBCyAMIAkgAyAIQcDCBSACIAlBAUcbIAZBhCAoAgBBAXEQPSEGIAAoAhAEQCAAKAIgIgQEQCAEIAggBCgCGGoiAjYCGCACIAQoAjRLBEAgBCACNgI0CwsLDAMLQZAoQZAoKQMAQgF8NwMAQX8MAQtBoClBoCkpAwBCAXw3AwBBegtBgCAoAgBBQGshAEGEICgCAEEQcQRAQcDCBUEAIAD8CwALDwsgACABIAMgBiAFECpBAQu3AwEDfyABQeACSQRAQQAPCyAAKAIIQYCABEsEQEEADwsgASAAKAIIQeACakcEQEEADwsgACAAKAIIQeACamohBEHFu/KIeCECIABBBGohAQNAIAEgBEkEQCACIAEtAABzQZODgAhsIQIgAUEBaiEBDAELCyAAKAIAIAJHBEBBAA8LIAAoAgRBgAJJBH8gAEEQaiECQQAhAQJ/A0AgAUGAAkkEQEEAIAIgAUEBdmotAAAgAUEBcUECdHZBD3EiBEUgBEELS3INAhogA0EBQQsgBGt0aiEDIAFBAWohAQwBCwsgA0GAEEYLBUEACwR/IABBkAFqIQJBACEDQQAhAQJ/A0AgAUGAAkkEQEEAIAIgAUEBdmotAAAgAUEBcUECdHZBD3EiBEUgBEELS3INAhogA0EBQQsgBGt0aiEDIAFBAWohAQwBCwsgA0GAEEYLBUEACwR/IABBkAJqIQFBACECQQAhAAJ/A0AgAEGaAUkEQEEAIAEgAEEBdmotAAAgAEEBcUECdHZBD3EiA0UgA0ELS3INAhogAkEBQQsgA2t0aiECIABBAWohAAwBCwsgAkGAEEYLBUEACwuOAQEEfyAARSEDQcwyKAIAIQIDQCACBEAgA0UgACACSSACQcwyKAIARgR/QcQyKAIABSACQYAgagsiBCAATXJxRQRAIAJBQGsgAEE4aiADGyEBQQEhAwNAIAEgBEkEfyABKAIABUEBC0UEQCABQThqIQEMAQsLIAEgBEkEQCABDwsLIAIoAgAhAgwBCwtBAAvCAQEGf0Gg/QMgAEEEdEGgogFrIgMgA0Gg/QNPG0GAf3EiByAAQf/CBWpBQHEiBGpB3wNqQUBxIgggB0EBdGpBv5UEakFAcSIFIABBAXQgAEECdGogAEEBdkEDdGpqQdfAAGpBQHEiBkHAgMAAQQAgARtqQT9qQUBxIQMgAgRAQZAgIAA2AgBBlCAgBzYCAEGYICAENgIAQZwgIAg2AgBBoCAgBTYCAEGkICAGNgIAQaggIAM2AgALIAMgACABbGpBQGsLSQIBfgN/IAAgAEGkJigCAGoiAigCCCIDLwEQQQFqIgQgAigCDCgCEBABIgEgAUJ/hSADKQMAIgFQBH9BAQUgACAEECggAVELGws6ACABQQAgAkECdPwLACAAIAE2AgAgACACNgIEIAAgAzYCECAAQQAQNUUEQEEADwsgAEHAADYCCEEBC0QBAX8gACgCDCAAKAIIIgEgACgCEGxNBEBBAA8LIAFBP3EEf0EBBSAAIAFBBnYQNQtFBEBBAA8LIAAgAUEBajYCCCABCzkAIABBwAA2AhAgAEEANgIUIABBfzYCGCAAQX82AhwgAEEANgIgIAAQCkGcIkGcIigCAEEBajYCAAs4AQJ/QZwiKAIAIgFBlCAoAgAiAEEYbmwgAEEBdGogAUGQIigCAEFAamxBoCIoAgBrSQRAEBgaCwtkAQJ/ECEgABAGIgFFBEAQCSIBBH8gARAgIAAQBgVBAAshAQsDQCABRSACQQRJcQR/EBgFQQALBEAgABAGIgFFBEAQCSIBBH8gARAgIAAQBgVBAAshAQsgAkEBaiECDAELCyABC5cBAgF/An4DQEGUICgCACIAIABBpCA1AgBCEIYiAUGYIDUCACICVgR/IAEgAn0gAK2ApwVBAAtBoCAoAgBqbEsEQEGcIigCAEGQIigCAEFAamxBoCIoAgBrQZQgKAIAQQNsSwR/EBgFQQALDQFBhCAoAgBBIHEEf0GwMigCAEEARwVBAAtFBEBBAA8LEBdBABALDAELC0EBC6ICAQJ/IAEhAwNAIANBEE8EfyAAIANqQRBr/QAEAP1TBUEBC0UEQCADQRBrIQMMAQsLA0AgAwR/IAAgA2pBAWstAAAFQQELRQRAIANBAWshAwwBCwtBhCAoAgBBCHEEQCACBEAgAiAAIAEgA0EPakFwcSIEIAEgBEkbIgFBgCAoAgBBgMMFaiIEEFcgBCABQcHCBSADIANBA3ZrQQFrQcDCBBASIgEEf0HAwgUgAjoAACABQQFqBUEACyEBQYAgKAIAIgJBgMMFaiEEQYQgKAIAQRBxBEAgBEEAIAJBAXRB8ABq/AsACyABBEAgAUGAgIACcg8LCyAAIANBwMIFIAMgA0EDdmtBwMIEEBIiAARAIABBgICAAXIPCwsgA0GAgMAAcguoAQEDf0GwISgCACAAQRB2QQJ0aigCACAAQQZ2Qf8HcUECdGooAgAgAEE/cUEGdGohAANAIAAEQEEAIQQgAEEAIAAoAgQbIQMDQCADBEAgAygCBCIFIAFGBH9BAQUgAgR/IAEgBSgCJEYFQQALCwRAIAMPCyAAIARBAWoiBEEMbGoiA0EAIARBBUkEfyADKAIEBUEACxshAwwBCwsgACgCPCEADAELC0EAC20BAX4gAUEBOgAYIAEtABoEQCABQQA6ABogAEHAJikDACABNQIQIAE1AgxCIIaFhSICIAJCIYiFQs/W077Sx6vZQn4iAiACQh2IhUL5893xmfaZqxZ+IgIgAkIgiIUiAiACQgGEIAKnG6cQQgsLsgMCA38BfkHwMigCAEF/QfgyKAIAIgJBAWtndiIDIAA1AiRBwCYpAwAgACkDKIUiBEIhiCAEhULP1tO+0ser2UJ+IgRCHYggBIVC+fPd8Zn2masWfiIEQiCIIASFhSIEQiGIIASFQs/W077Sx6vZQn4iBEIdiCAEhUL5893xmfaZqxZ+IgRCIIggBIUiBKdxIgEgASADQQF2cSABIAJJGyIBQRB2QQJ0aigCACABQQZ2Qf8HcUECdGooAgAgAUE/cUEGdGohAQNAIAEoAjwiAgRAIAIhAQwBCwsgASECA0AgAiABQThqSQR/IAIoAgAFQQALBEAgAkEIaiECDAELCyACIAFBOGpGBEBB0CAoAgAiAgRAQdAgIAIoAgQ2AgBB5CBB5CAoAgBBAWs2AgAFQdQgKAIAIgJB2CAoAgBPBEBBgDBB2gA2AgBBhDBBAzYCAEGIMEGwDTYCAEGMMEGsDSgCAEF+cTYCAAALIAJBAEHAAPwLAEHUICACQUBrNgIAC0HgIEHgICgCAEEBajYCACACQQBBwAD8CwAgASACNgI8CyACIAA2AgAgAiAEQiCIPgIEC70EAwF+BXsBfyABQT9qQUBxIAFrIggEQCAAIAFqQQAgCPwLAAsgAa39EiEDIAAgAWohAQNAIAAgAUkEQCADIAD9AAQA/c4BIgcgAP0ABCD9zgEhAyAFIAf9zgEgA/3OASEFIAQgAP0ABBD9zgEiByAA/QAEMP3OASEEIAYgB/3OASAE/c4BIQYgAEFAayEADAELCyAD/R0AQoeVr6+Ytt6bnn+FIgIgAkIhiIVCz9bTvtLHq9lCfiICIAJCHYiFQvnz3fGZ9pmrFn4iAiACQiCIhSAD/R0BhSICIAJCIYiFQs/W077Sx6vZQn4iAiACQh2IhUL5893xmfaZqxZ+IgIgAkIgiIUgBf0dAIUiAiACQiGIhULP1tO+0ser2UJ+IgIgAkIdiIVC+fPd8Zn2masWfiICIAJCIIiFIAX9HQGFIgIgAkIhiIVCz9bTvtLHq9lCfiICIAJCHYiFQvnz3fGZ9pmrFn4iAiACQiCIhSAE/R0AhSICIAJCIYiFQs/W077Sx6vZQn4iAiACQh2IhUL5893xmfaZqxZ+IgIgAkIgiIUgBP0dAYUiAiACQiGIhULP1tO+0ser2UJ+IgIgAkIdiIVC+fPd8Zn2masWfiICIAJCIIiFIAb9HQCFIgIgAkIhiIVCz9bTvtLHq9lCfiICIAJCHYiFQvnz3fGZ9pmrFn4iAiACQiCIhSAG/R0BhSICIAJCIYiFQs/W077Sx6vZQn4iAiACQh2IhUL5893xmfaZqxZ+IgIgAkIgiIULlQMBAX8CfyAABH8gACgCAEEBRgVBAAsEfyAAIAEQAAVBAAsiAUUEQEGwKEGwKCkDAEIBfDcDAEEADAELIAMgASgCCCIDQQFrQQAgA0EBcRsiAwR/IAMoAgAFIAEoAggLIgMvARBBAWoiBUkEQEHAKEHAKCkDAEIBfDcDAEF7DAELAkAgAyACEA5FDQBBhCAoAgBBAnEEfyADKAIMQRR2QQdxBUEACwR/An8gAygCDEGAgCBxRQRAIAIgBSAAKAIQEAEgAykDAFEMAQsgAykDAFAEf0EBBSADKQMAIAIgBRAoUQsLBUEBC0UNACADKAIMIgJBgICACHEEQCADIAJB////d3E2AgwLIAEoAggiAkEBa0EAIAJBAXEbIgIEQCAAKAIgIgAEfyAAKAIIBUEACyACECYLIAQEQCABQQIQAkHgKEHgKCkDAEIBfDcDAAtBqChBqCgpAwBCAXw3AwAgBQ8LQbgoQbgoKQMAQgF8NwMAQXwLQYAgKAIAQUBrIQFBhCAoAgBBEHEEQEHAwgVBACAB/AsACwuuAQEBfiAAIAEgAiADIAQQP0GIKEGIKCkDAEIBfDcDAEGQICgCACIAQZQgKAIAIgFBmCAoAgAgAGsgAW5BoCAoAgBrbGpBnCIoAgBBkCIoAgBBQGpsQaAiKAIAa2tBpCYoAgBBQGtBvCYoAgBBD2xBsCYoAgBrbGutIgVB4CopAwBWBEBB4CogBTcDAAtBgCAoAgBBQGshAEGEICgCAEEQcQRAQcDCBUEAIAD8CwALC/QBAQF/A0AgACgCPCIEBEAgBCEADAELCyAAIQQDQCAEIABBPGpJBH8gBCgCBAVBAAsEQCAEQQxqIQQMAQsLIAQgAEE8akYEQEHQICgCACIEBEBB0CAgBCgCBDYCAEHkIEHkICgCAEEBazYCAAVB1CAoAgAiBEHYICgCAE8EQEGAMEHaADYCAEGEMEEDNgIAQYgwQbANNgIAQYwwQawNKAIAQX5xNgIAAAsgBEEAQcAA/AsAQdQgIARBQGs2AgALQeAgQeAgKAIAQQFqNgIAIARBAEHAAPwLACAAIAQ2AjwLIAQgAjYCACAEIAE2AgQgBCADNgIIC/ABAgJ/AXsgAUEITQRAQQEPCyAAKQMA/RIhBCABQRBPBH8gAP0ABAAgBP1R/VMFQQALBEBBAA8LA0AgAkFAayABTQRAIAAgAmoiA/0ABAAgBP1RIAP9AAQQIAT9Uf1QIAP9AAQgIAT9USAD/QAEMCAE/VH9UP1Q/VMEQEEADwsgAkFAayECDAELCwNAIAJBEGogAU0EQCAAIAJq/QAEACAE/VH9UwRAQQAPCyACQRBqIQIMAQsLQQggAiACQQhJGyECA0AgASACSwRAIAAgAmoiAy0AACADQQhrLQAARwRAQQAPCyACQQFqIQIMAQsLQQELTwEBfyAAIAEgA0GAIGoiBCADQYAiahDHAUEAIQMDQCABIANLBEAgAiADQQF2aiADIARqIgAtAAAgAC0AAUEEdHI6AAAgA0ECaiEDDAELCwuIAwEEfyABQQZJBH8gAUEFdAVBwAFB4AEgAUEKSRsLIQkgBEEBRgRAIANBAmsiB0EKTwRAQQohBgNAIAZBD0kEfyAHIAZBkQpqLQAATwVBAAsEQCAGQQFqIQYMAQsLBSAHIQYLIAkgBkEQamohBwUgA0EDayIHQQpPBEBBCiEGA0AgBkEPSQR/IAcgBkGRCmotAABPBUEACwRAIAZBAWohBgwBCwsFIAchBgsgBiAJaiEHIARBAkYEQCAFQQp2QdoAaiEGBQJAIAVBB3EEQCAFQQFrIQYgBUEQSQ0BQR8gBWdrIgZBAXRBB2ogBSAGQQFrdkEBcWohBgwBCyAFQQN2IghBJmohBiAIQRBJDQBBHyAIZ2siBkECdEEmaiAIIAZBAmt2QQNxaiEGCwsgAEGAEGogBkECdGooAgBBGHYhCAsgCCAAQYAIaiAHQQJ0aigCAEEYdmoiAEEQaiAAIAFBGU8bIgAgAk8EQEIADwsgBa0gAiAAa61CIoYgA61CEoaEIAStQhCGhIQLfAEEf0EBIQQDQCAEQQtNBEBBACEFA0AgASAFSwRAIAQgACAFQQF2ai0AACAFQQFxQQJ0dkEPcUYEQCACIAVBAnRqIARBEHQgA0ELIARrIgZ2ciAEQRh0cjYCACADQQEgBnRqIQMLIAVBAWohBQwBCwsgBEEBaiEEDAELCwuTAwEGfyAAQRBqQYACIAEQLyAAQZABakGAAiABQYAIahAvIABBkAJqQZoBIAFBgBBqEC9BACEAA0AgAEGAAkkEQCABIABBAnRqIgUoAgAiB0EQdkH/AXEhBiAHQf//A3EhAkEAIQNBACEEA0AgBCAGSQRAIAJBAXEgA0EBdHIhAyACQQF2IQIgBEEBaiEEDAELCyAFIAdBgIB8cSADcjYCACAAQQFqIQAMAQsLQQAhAANAIABBgAJJBEAgAUGACGogAEECdGoiAiACKAIAIABBD3FBoApqLQAAQRh0ajYCACAAQQV2QQZGBEAgAiACKAIAQYCAgBBqNgIACyAAQQV2QQdGBEAgAiACKAIAQYCAgCBqNgIACyAAQQFqIQAMAQsLQQAhAANAIABBmgFJBEAgAUGAEGogAEECdGoiAigCACEDIAIgAwJ/QQogAEHaAE8NABogAEE2a0ECdkECaiAAQTZPDQAaQQAgAEEPSSAAQSdPcg0AGiAAQQ9rQQF2QQNqC0EYdGo2AgAgAEEBaiEADAELCwvBAQECfyAALwEAIgFBBXRBwAFB4AEgAUEKSRsgAUEGSRshAiAALwECIgFFBEAgAg8LIAAtAAZBAUYEQCABQQJrIgFBCk8EQEEKIQADQCAAQQ9JBH8gASAAQZEKai0AAE8FQQALBEAgAEEBaiEADAELCwUgASEACyAAIAJBEGpqDwsgAUEDayIBQQpPBEBBCiEAA0AgAEEPSQR/IAEgAEGRCmotAABPBUEACwRAIABBAWohAAwBCwsFIAEhAAsgACACagufAQECfyAALwECRSAALQAGIgJBAUZyBEBB/wEPCyAALwEEIQEgAkECRgRAIAFBCnZB2gBqIQAFAkAgAUEHcQRAIAFBAWshACABQRBJDQFBHyABZ2siAEEBdEEHaiABIABBAWt2QQFxaiEADAELIAFBA3YiAUEmaiEAIAFBEEkNAEEfIAFnayIAQQJ0QSZqIAEgAEECa3ZBA3FqIQALCyAAC6oDAgN/AX5B0CEoAgBBf0HYISgCACICQQFrZ3YiA0HAJikDACAAKQMAhSIEQiGIIASFQs/W077Sx6vZQn4iBEIdiCAEhUL5893xmfaZqxZ+IgRCIIggBIUiBKdxIgEgASADQQF2cSABIAJJGyIBQRB2QQJ0aigCACABQQZ2Qf8HcUECdGooAgAgAUE/cUEGdGoiAf0ABDD9DAAAAAAAAAAAAAAAAAAAAAD9I/1kQf8fcSECA0AgAkUEQCABKAI8IgIEQCACIQEFIAFB0CAoAgAiAQRAQdAgIAEoAgQ2AgBB5CBB5CAoAgBBAWs2AgAFQdQgKAIAIgFB2CAoAgBPBEBBgDBB2gA2AgBBhDBBAzYCAEGIMEGwDTYCAEGMMEGsDSgCAEF+cTYCAAALIAFBAEHAAPwLAEHUICABQUBrNgIAC0HgIEHgICgCAEEBajYCACABQQBBwAD8CwAgATYCPAsgAf0ABDD9DAAAAAAAAAAAAAAAAAAAAAD9I/1kQf8fcSECDAELCyABIAJoIgJBAnRqIAA2AgAgAUEwaiACaiAEQjiIp0GAAXI6AAALzQEBAX9B8CAoAgAiBgRAQfAgIAYoAgQ2AgBBhCFBhCEoAgBBAWs2AgAFQfQgKAIAIgZB+CAoAgBPBEBBgDBB2gA2AgBBhDBBAzYCAEGIMEGwDTYCAEGMMEGsDSgCAEF+cTYCAAALIAZBAEEU/AsAQfQgIAZBFGo2AgALQYAhQYAhKAIAQQFqNgIAIAYgADcDACAGIAQ2AgggBiABQRR0QYCAEEEAIAUbckEBcjYCDCAGIAJBAWs7ARAgBiADQQFrOwESIAUEQCAGEF4LIAYLaAEBfyABQQp2IgIgACgCBE8EQEEADwsgACgCACACQQJ0aiIAKAIARQRAEBEiAkUEQEEADwsgACACNgIACxARIgJFBEBBAA8LIAJBAEGAIPwLACAAKAIAIAFB/wdxQQJ0aiACNgIAQQELpAEBAX8gACgCECEDIAFBBGsiASgCAEEBcQRAQYAwQfoBNgIAQYQwQQM2AgBBiDBB8Aw2AgBBjDBB7AwoAgBBfnE2AgAACyAAIAAoAhQgAkEHakF8cSICazYCFEGgIkGgIigCACACazYCACAAKAIUBEAgASAAayACaiADRgRAIAAgAyACazYCEAUgASACQQF0QQFyNgIACwUgAEHAADYCEAsgABAKC98BAQN/IAAoAhghASAAKAIEIQIgACgCACIDBEAgAyACNgIECwJAIAIEQCACIAM2AgAMAQsgAUECdEGoImogAzYCACADRQRAQYAiQYAiKQMAQn4gAa2JgzcDAAsLIAAoAhwiAUF/RwRAAkAgACgCDCECIAAoAggiAwRAIAMgAjYCDAsgAgRAIAIgAzYCCAwBCyABQQJ0QewjaiADNgIAIANFBEBBiCJBiCIpAwBCfiABrYmDNwMACwsLIABBfzYCGCAAQX82AhxBpCJBpCIoAgAgACgCIGs2AgAgAEEANgIgC0cAIAAoAhQEQEGAMEGaATYCAEGEMEEDNgIAQYgwQfAMNgIAQYwwQewMKAIAQX5xNgIAAAsgABA3QZwiQZwiKAIAQQFrNgIAC1sBAX8gACABEAQiAgRAIAIPC0EBEA0Ef0EBBRAjBH9BARANBUEACwtFBEBBAA8LIAAgARBMIgIEf0EABRAjCwRAIAAgARBMIQILIAIEQCACIAAoAiA2AiALIAILUQAgACABIAIQJCEAQYAgKAIAQUBrIQJBhCAoAgBBEHEEQEHAwgVBACAC/AsAC0EAIABB//8/cSICayACIABBFHZBAUYgAiABIAFBA3ZrS3EbC5wBACAABH8gACABEAAFQQALIgBFBEBBfw8LIAAoAggiAUEBa0EAIAFBAXEbIgEEfyABKAIABSAAKAIICyIAKAIMIgFB//8PcUEBS0EBIAFBFHZBB3EbBEBBAA8LIAAoAgxBgIAgcUUEQCAALwESQQFqDwtBACAAKAIIIgEgAC8BEEEBakGkJigCACABaigCFBA6IgBrIAAgAEEASBsLjwUCAn4EfyAAKAIMQRR2QQdxRSIDBEBByClByCkpAwBCAX03AwALIAAoAgxB//8PcUUEQEGAMEHWATYCAEGEMEEDNgIAQYgwQbAONgIAQYwwQawOKAIAQX5xNgIAAAsgACAAKAIMQQFrNgIMIAAoAgxB//8PcSIEBEAgA0UEQEHQKUHQKSkDAEIBfTcDAAsgBA8LIANFBEAgACgCCCEDIAAvARJBAWohBCAALwEQQQFqIQUgACgCDEGAgCBxRUHYKUHYKSkDAEIBfTcDAEH4KUH4KSkDACAFrX03AwBBgCpBgCopAwAgBK19NwMABEAgBCAFIAVBA3ZrSwRAQegpQegpKQMAQgF9NwMACwVB4ClB4CkpAwBCAX03AwALIAAoAgxBGXYiBQRAQZQzKAIAIgYEfyAGIAVBBHRqKAIABUEAC0UEQEGAMEE5NgIAQYQwQQM2AgBBiDBBsBE2AgBBjDBBrBEoAgBBfnE2AgAAC0GUMygCACAFQQR0aiIFIAUoAghBAWs2AggLQYQgKAIAQRBxBEAgA0EAIAT8CwALIAAoAgxBgIAgcQRAIAMQSwUgAyADQZAgKAIAa0GUICgCAHBrIgUgAyAEEDYgBSgCFEUEQCAFEDggBUGcICgCADYCACAFIAVBAXI2AgRBnCAgBTYCAEGgIEGgICgCAEEBajYCAAsLQYggKAIABH9BtCAoAgBBnCIoAgBBkCIoAgBBQGpsQaAiKAIAa0GUICgCACIDQaQgNQIAQhCGIgFBmCA1AgAiAlYEfyABIAJ9IAOtgKcFQQALQaAgKAIAamxqQaQmKAIAQUBrQbwmKAIAQQ9sQbAmKAIAa2xqTQVBAAsEQEGIIEEANgIACwsgABBfQQALcgAgBSAEIAP8CgAAIAVBBGsgACABIAIgAyAFIAYQNCIBNgIAQdgpQdgpKQMAQgF8NwMAQfgpQfgpKQMAIAKtfDcDAEGAKkGAKikDACADrXw3AwAgAyACIAJBA3ZrSwRAQegpQegpKQMAQgF8NwMACyABC4MBAQF/QcgpQcgpKQMAQgF8NwMAIAAgAUEBQQAQCCICRQRAIABBACABQQFBAEEBEDQPCyACKAIMQf//D3FB//8PTwRAQYAwQdABNgIAQYQwQQM2AgBBiDBBsA42AgBBjDBBrA4oAgBBfnE2AgAACyACIAIoAgxB////d3FBAWo2AgwgAgvJAwIEfwJ+IAAoAiAiBQR/IAUoAggFQQALIQcgAygCDEEUdkEHcQR/IAMvARJBAWoFQQALIQYgBwRAIAcgACABIAMgBkHIAGogBBBFQQFqIQMLQbwhQbwhKAIAQQFqNgIAQbAhEB8iBARAIAQQxQELQbAhKAIAQX9BuCEoAgAiB0EBa2d2IghBwCYpAwAgAa0gAK1CIIaEIglCBIiFQqW+4/TRjIfZn39+IgogCkIgiIVCpb7j9NGMh9mff35CIIinIAmnQQ9xc3EiBCAEIAhBAXZxIAQgB0kbIgRBEHZBAnRqKAIAIARBBnZB/wdxQQJ0aigCACAEQT9xQQZ0aiAAIAEgAxArIAAgACgCDEEBajYCDCABIAAoAhRJBEAgACABNgIUCyABIAAoAhhLBEAgACABNgIYCyAFBEAgBSAFKAIQQQFqIgE2AhAgASAFKAIwSwRAIAUgATYCMAsLIAAoAhBFBEAgACgCICIABEAgACAGIAAoAhhqIgE2AhggASAAKAI0SwRAIAAgATYCNAsLC0HAKUHAKSkDAEIBfDcDAEHwKUHwKSkDACACrXw3AwBBwCkpAwAiCUHYKikDAFYEQEHYKiAJNwMACwuRAgEDfyAAIAJBAEEAEAghBQNAIAUEQCAFQcDCBRAOBH9BACEDAn8DQCADQRBqIgQgAk0EQEEAIANBwMIFav0ABAAgASADav0ABAD9Uf1TDQIaIAQhAwwBCwsDQCACIANLBEBBACADQcDCBWotAAAgASADai0AAEcNAhogA0EBaiEDDAELC0EBCwVBAAsEQCAFKAIMQf//D3FB//8PTwRAQYAwQdABNgIAQYQwQQM2AgBBiDBBsA42AgBBjDBBrA4oAgBBfnE2AgAACyAFIAUoAgxB////d3FBAWo2AgxB0ClB0CkpAwBCAXw3AwAgBQ8LQegoQegoKQMAQgF8NwMAIAAgAkEAIAUQCCEFDAELC0EAC3QAIAEgAkGUMygCACIBBH8gASAAQQR0aigCAAVBAAsiACAAQZQgKAIAakGAoAFrIAMgBEGAICgCAEGAwwVqEF1BgCAoAgBBgMMFaiEBQYAgKAIAQQF0QfAAaiECQYQgKAIAQRBxBEAgAUEAIAL8CwALIARGC5sCAgV/AnsgAf0RIQdBACEBA0AgAUGABkkEQCAAQeAAaiABav0ABAAgB/03Igj9UwRAIAFBCHYhBCABQf8BcUGAAUkhAyAI/aQBIQIDQCACBEAgAEHgAGogAWogAmhBAnRqIgVBADYCACAFQYABaiAFQYABayADG0EANgIAIARBAkYEQCAAKAIsIQUgACADBH9Bs+YDIAVBjwVqIgUgBUGz5gNPGwVBzRkgBUGPBWsiBSAFQc0ZTRsLNgIsBSAAIARBAnRqIgUoAjghBiAFIAMEf0EQIAZBAWoiBiAGQRBOGwVBcCAGQQFrIgYgBkFwTBsLNgI4IAMEQCAFQQA2AkALCyACIAJBAWtxIQIMAQsLCyABQRBqIQEMAQsLC78DAgF+An8gAkEBRgRAIAAgACgCNEEBajYCNAsgAgRAAkBBAUEDQQIgAS0AGUECRhsgAkEBRhshBEHAJikDACABNQIQIAE1AgxCIIaFhSIDIANCIYiFQs/W077Sx6vZQn4iAyADQh2IhUL5893xmfaZqxZ+IgMgA0IgiIUiAyADQgGEIAOnGyEDQeQyKAIAIgIEfyACQX8gAkEBa2d2IgUgA0IgiKdxIgJNBEAgAiAFQQF2cSECC0HgMigCACACQQZ2IgVBCnZBAnRqKAIAIAVB/wdxQQJ0aigCACACQT9xQQZ0agVBAAsiAkUNACACQQhqIAJBOPwKAAAgAiADPgIAIAIgACgCNEECdCAEcjYCBAsLIAEtABlBBHQgAGpBBGshAiABKAIEIQQgASgCCCEFIAAoAgQgAUYEQCAAIAU2AgQLIAQEQCAEIAU2AggFIAIgBTYCAAsgBQRAIAUgBDYCBAUgAiAENgIECyACIAIoAgggASgCFGs2AgggAiACKAIMQQFrNgIMIAFBADYCACABQaAyKAIANgIEQaAyIAE2AgBBtDJBtDIoAgBBAWo2AgBBsDJBsDIoAgBBAWs2AgALvgEBAX9BgDJB4AZBARAFRQRAQQAPC0GAMigCACICBEBBgDIgAigCBDYCAEGUMkGUMigCAEEBazYCAAVBhDIoAgAiAkGIMigCAE8EQEGAMEHaADYCAEGEMEEDNgIAQYgwQbANNgIAQYwwQawNKAIAQX5xNgIAAAsgAkEAQeAG/AsAQYQyIAJB4AZqNgIAC0GQMkGQMigCAEEBajYCACACQQBB4Ab8CwAgAiAANgIAIAIgATYCCCACQZozNgIsIAILowUBAn9BoDIoAgAiBgRAQaAyIAYoAgQ2AgBBtDJBtDIoAgBBAWs2AgAFQaQyKAIAIgZBqDIoAgBPBEBBgDBB2gA2AgBBhDBBAzYCAEGIMEGwDTYCAEGMMEGsDSgCAEF+cTYCAAALIAZBAEEc/AsAQaQyIAZBHGo2AgALQbAyQbAyKAIAQQFqNgIAIAYgAzYCACAGIAE2AgwgBiACNgIQIAYgBDYCFCAGIAVBA3EiAUEEdCAAakEEayICKAIEIgM2AgQgBkEANgIIIAMEQCADIAY2AggFIAIgBjYCAAsgAiAGNgIEIAYgAToAGSACIAYoAhQgAigCCGo2AgggAiACKAIMQQFqNgIMIAYgBUEEcUEARzoAGCAGIAVBEHFBAEc6ABoDQCAHQQJIBH8gADUCLCAAKAIUIgEgACgCJGoiAq1+QhCIpyACQQV2aiABSQVBAAsEQCAAKAIMIgEtABlBBHQgAGpBBGshAiABKAIEIQMgASgCCCEEIAAoAgQgAUYEQCAAIAQ2AgQLIAMEQCADIAQ2AggFIAIgBDYCAAsgBARAIAQgAzYCBAUgAiADNgIECyACIAIoAgggASgCFGs2AgggAiACKAIMQQFrNgIMIAEgACgCICICNgIEIAFBADYCCCACBEAgAiABNgIIBSAAIAE2AhwLIAAgATYCICABQQI6ABkgACABKAIUIAAoAiRqNgIkIAAgACgCKEEBajYCKCABQQA6ABggB0EBaiEHDAELCwJAQbAyKAIAQeQyKAIAIgBBA3RNDQBB4DIoAgAEf0EBBUHgMhAPC0UNAEHgMigCACAAQQZ2IgFBCnZBAnRqIgIoAgAEf0EBBSACEA8LRQ0AIAIoAgAgAUH/B3FBAnRqEA9FDQBB5DIgAEFAazYCAAsgBgv1BAECfkHAJikDACACrSABrUIghoWFIgMgA0IhiIVCz9bTvtLHq9lCfiIDIANCHYiFQvnz3fGZ9pmrFn4iAyADQiCIhSIDIANCAYQgA6cbIQMgACAAKAIwQQFqNgIwIAAgA6cQQgJ/QQBB5DIoAgAiAQR/IAFBfyABQQFrZ3YiAiADQiCIp3EiAU0EQCABIAJBAXZxIQELQeAyKAIAIAFBBnYiAkEKdkECdGooAgAgAkH/B3FBAnRqKAIAIAFBP3FBBnRqBUEACyICRQ0AGiACIQEDQCABIAJBQGtJBEAgASgCACADp0YEQCABKAIEIQIgAUEANgIAIAJBA3FBACAAKAIYIAAoAihqIAAoAjQgAkECdmtB/////wNxTxsMAwsgAUEIaiEBDAELC0EACyIBRQRAQQEPCyABQQFHBEBBBkEFIAFBA0YbDwsgACgCHAR/IAA1AiwgACgCFCIBIAAoAiRqIgKtfkIQiKcgAkEFdmogAUkFQQELBEBBAg8LIAAQECEBIAAoAjAgACgCTGtBAE4EfyABQQE6ABpBwCYpAwAgATUCECABNQIMQiCGhYUiBCAEQiGIhULP1tO+0ser2UJ+IgQgBEIdiIVC+fPd8Zn2masWfiIEIARCIIiFIQQgAEHgAGogACgCSCIBQQJ0aiICIAM+AgAgAiAEIARCAYQgBKcbPgKAASAAIAFBAWpBH3E2AkggACAAKAIwIAAoAhggACgCKGpBA3ZqNgJMQRAFQQALQQpBAQJ/IAAoAjgiAQRAIAFBAEoMAQtBACAAKAJAIgEgACgCGCAAKAIoakEYbk8NABogACABQQFqNgJAQQELG3ILrgMBBH9BjDIoAgAhAANAIAAEQCABIABBjDIoAgBGBH9BhDIoAgAFIABBwBtqCyAAa0FAakHgBm5qIQEgACgCACEADAELC0EAIQBBgDIoAgAhAgNAIAAgAU1BACACGwRAIABBAWohACACKAIEIQIMAQsLIABBlDIoAgBGBH9BkDIoAgAgAGogAUYFQQALBH9BACEBQawyKAIAIQADQCAABEAgASAAQawyKAIARgR/QaQyKAIABSAAQYAgagsgAGtBQGpBHG5qIQEgACgCACEADAELC0EAIQBBoDIoAgAhAgNAIAAgAU1BACACGwRAIABBAWohACACKAIEIQIMAQsLIABBtDIoAgBGBH9BsDIoAgAgAGogAUYFQQALBUEAC0UEQEEADwtBABADIQADQCAABEAgAEEBEEkEfyAAQQIQSQVBAAtFBEBBAA8LIAMgACgCGCAAKAIoamohAyAAKAIEIgEEfyABKAIARSICBH8gAgUgAS0AGUEBRwsFQQALBEBBAA8LIAAoAiwiAUHNGUkgAUGz5gNLcgRAQQAPCyAAEAMhAAwBCwsgA0GwMigCAEYL3wUBCH8gACgCHEEARyECIAAoAgwEfyACBH8gAQR/QQEFIAA1AiwgACgCFCIBIAAoAiRqrX5CEIinIAFLCwVBAAsFQQELBEAgABAQDwsDQCADQcAASQRAIAAoAgwiBUUEQCAAEBAPCyAFLQAYRQRAIAIEfyAAKAIwIAAoAlxrQQBOBUEACwRAIABBAiAFIAAQEBBKCyAFDwsCQCAANQIsIAAoAhQiASAAKAIkaiIErX5CEIinIARBBXZqIAFJBH9BAAUgACgCHAtFBEAgBS0AGUEEdCAAakEEayEBIAUoAgQhBCAFKAIIIQYgACgCBCAFRgRAIAAgBjYCBAsgBARAIAQgBjYCCAUgASAGNgIACyAGBEAgBiAENgIEBSABIAQ2AgQLIAEgASgCCCAFKAIUazYCCCABIAEoAgxBAWs2AgwgBSAAKAIgIgE2AgQgBUEANgIIIAEEQCABIAU2AggFIAAgBTYCHAsgACAFNgIgIAVBAjoAGSAAIAUoAhQgACgCJGo2AiQgACAAKAIoQQFqNgIoIAVBADoAGAwBCyAAQQEgBSAAEBAiBhBKQQJBAQJ/IAAoAjwiAQRAIAFBAEoMAQtBACAAKAJEIgEgACgCGCAAKAIoakEYbk8NABogACABQQFqNgJEQQELIgEbIQcgBS0AGUEEdCAAakEEayEIIAUoAgQhCSAFKAIIIQQgACgCBCAFRgRAIAAgBDYCBAsgCQRAIAkgBDYCCAUgCCAENgIACyAEBEAgBCAJNgIEBSAIIAk2AgQLIAggCCgCCCAFKAIUazYCCCAIIAgoAgxBAWs2AgwgBSAHQQR0IABqQQRrIgQoAgQiCDYCBCAFQQA2AgggCARAIAggBTYCCAUgBCAFNgIACyAEIAU2AgQgBSAHOgAZIAQgBSgCFCAEKAIIajYCCCAEIAQoAgxBAWo2AgwgBUEAOgAYIAEEQCAGDwsLIANBAWohAwwBCwsgACgCDAu3AQEFfyABQQR0IABqQQRrIgIoAgwhBSACKAIAIQIDQCAEIAVNQQAgAhsEQCACKAIABH8gASACLQAZRwVBAQsEQEEADwsgAigCBCADRwRAQQAPCyAEQQFqIQQgBiACIgMoAhRqIQYgAgR/IAIoAggFIAFBBHQgAGpBBGsoAgALIQIMAQsLIAQgBUYEfyAGIAFBBHQgAGpBBGsoAghGBUEACwR/IAMgAUEEdCAAakEEaygCBEYFQQALC6ACAgJ+AX8gACgCMCAAQcgAaiABQQN0aigCBGtBAEgEQA8LIAJBAToAGiADQQE6ABpBwCYpAwAiBCADNQIQIAM1AgxCIIaFhSIFIAVCIYiFQs/W077Sx6vZQn4iBSAFQh2IhUL5893xmfaZqxZ+IgUgBUIgiIUhBSAAQeAAaiABQQh0aiAAQcgAaiABQQN0aiIDKAIAIgZBAnRqIgEgBCACNQIQIAI1AgxCIIaFhSIEIARCIYiFQs/W077Sx6vZQn4iBCAEQh2IhUL5893xmfaZqxZ+IgQgBEIgiIUiBCAEQgGEIASnGz4CACABIAUgBUIBhCAFpxs+AoABIAMgBkEBakEfcTYCACADIAAoAjAgACgCGCAAKAIoakEDdmo2AgQLtgEBAn8gAEGkJigCAGoiAigCCEUEQEGAMEGDATYCAEGEMEEDNgIAQYgwQfAPNgIAQYwwQewPKAIAQX5xNgIAAAsgAigCBCEBIAIoAgAiAgRAIAJBpCYoAgBqIAE2AgQFQagmIAE2AgALIAEEQCABQaQmKAIAaiACNgIABUGsJiACNgIAC0GwJkGwJigCAEEBazYCACAAQaQmKAIAaiIBQbQmKAIANgIAIAFBADYCCEG0JiAANgIAC9oDAgl/AX5BAEEAIAAoAhAQYSIFRQRAQQAPCyAFIAA2AiQgBSABNwMoQfwyQfwyKAIAQQFqNgIAQfAyEB8iBgRAQfAyKAIAIAZBfyAGZ3ZBAXZxIgBBEHZBAnRqKAIAIABBBnZB/wdxQQJ0aigCACAAQT9xQQZ0aiIDKAI8IQAgA0EANgI8IAMiAiEEA0AgBCADQThqSQRAIAQoAgAiBwRAIAQpAwAhASAEQgA3AwAgBkF/QfgyKAIAIglBAWtndiIKIAc1AiRBwCYpAwAgBykDKIUiC0IhiCALhULP1tO+0ser2UJ+IgtCHYggC4VC+fPd8Zn2masWfiILQiCIIAuFhSILQiGIIAuFQs/W077Sx6vZQn4iC0IdiCALhUL5893xmfaZqxZ+IgtCIIggC4WncSIIIAggCkEBdnEgCCAJSRtGBEAgBxAnBSACIAE3AwAgAkEIaiECCyAEQQhqIQQMAgsLCwNAIAAEQCAAIQIDQCACIABBOGpJBH8gAigCAAVBAAsEQCACKAIAECcgAkEIaiECDAELCyAAKAI8IABB0CAoAgA2AgRB0CAgADYCAEHkIEHkICgCAEEBajYCAEHgIEHgICgCAEEBazYCACEADAELCwsgBRAnIAUL8AQBB38gACgCCCIDQQFrQQAgA0EBcRsiAwR/IAMoAgAFIAAoAggLKAIMQYCAIHEEQCAAKAIIIgNBAWtBACADQQFxGyIDBH8gAygCAAUgACgCCAsoAggQFBoLIAFBgEBrIQNBwIAEIAFrIQcgACgCCCIBQQFrQQAgAUEBcRsiAQR/IAEoAgAFIAAoAggLIgQoAgxBFHZBB3EiAUUhBiABQQRGIAFBA0ZyBEAgA0EgaiEIIAQvARBBAWoiASABQQN2a0FAayEFAkAgByABIAUgASAFSxtBB2pBeHFBIGpJDQAgA0ECNgIYIARBwMIFEA5FBEAgCEEQOgAAQQEhAgwBCwNAIAFBEE8EfyABQbDCBWr9AAQA/VMFQQELRQRAIAFBEGshAQwBCwsDQCABBH8gAUG/wgVqLQAABUEBC0UEQCABQQFrIQEMAQsLQcDCBSABIAggASABQQN2a0HAwgQQEiICRQRAIAhBwMIFIAH8CgAAIANBATYCGCABIQILQYAgKAIAQUBrIQFBhCAoAgBBEHEEQEHAwgVBACAB/AsACwsgAkUEQEEADwsFIAcgBgR/QQAFIAQvARJBAWoLIgJBB2pBeHFBIGpJBEBBAA8LIANBIGogBCgCCCAC/AoAACADIAE2AhgLIANBIGogAmpBACACQQdqQXhxQSBqIgFBIGsgAmv8CwAgAyAEKAIMQYCAIHEEfiAEKAIIEB0FIAQpAwALNwMAIAMgACgCBCgCHDYCCCADIAAoAgA2AgwgAyAELwEQQQFqNgIQIAMgAjYCFCADIARBACAGBH9BAAUgBCgCDEH//w9xQQFLCxs2AhwgAQtKAQJ/QYQgKAIAQQFxRQRAQQAPCyAAIAFBAEEAEAghAgNAIANBCElBACACGwRAIANBAWohAyAAIAFBACACEAghAgwBCwsgA0EISQsoAEHAwgVBEDoAAEEBQX8gACABQgBBAiACQQFBwMIFQQBBAEEAEAwbC84BAgF/An4DQCAEQcABSQRAIARBwCZqIABC+erQ0OfJoeThAH0iACAAQiGIhULP1tO+0ser2UJ+IgUgBUIdiIVC+fPd8Zn2masWfiIFIAVCIIiFNwMAIARBCGohBAwBCwsgASACIAMQAUG4ICkDACEAQQAhAQNAIAFBwAFJBEAgAUHAJmogAEL56tDQ58mh5OEAfSIAIABCIYiFQs/W077Sx6vZQn4iBiAGQh2IhUL5893xmfaZqxZ+IgYgBkIgiIU3AwAgAUEIaiEBDAELCwtAACAABH8gACgCAEEBRgVBAAsEfyAAIAEQAAVBAAsiAEUEQEEADwsgAEEAEAJByChByCgpAwBCAXw3AwAQIUEBC8cBAQN/IAAoAgwiAkUEQEEADwtBvCE1AgAgADUCGCAANQIUfUIBfFoEQCAAKAIUIQEDQCAAKAIMBEAgACABEAAiAwRAIANBABACCyABQQFqIQEMAQsLBQNAIAAoAgwEQCABIABBABAlIgMEQCADQQAQAgUgAUEBaiEBCwwBCwsgAUG4ISgCAE8EQEGAMEGDBDYCAEGEMEEDNgIAQYgwQfANNgIAQYwwQewNKAIAQX5xNgIAAAsLQdgoQdgoKQMAIAKtfDcDACACCz4AIAAEfyAAKAIAQQFGBUEACwR/IAAgARAABUEACyIARQRAQQAPCyAAQQAQAkHQKEHQKCkDAEIBfDcDAEEBC/UBAQF/IAAQByICRQRAQcAyQThBARAFBEBBwDIoAgAiAgRAQcAyIAIoAgQ2AgBB1DJB1DIoAgBBAWs2AgAFQcQyKAIAIgJByDIoAgBPBEBBgDBB2gA2AgBBhDBBAzYCAEGIMEGwDTYCAEGMMEGsDSgCAEF+cTYCAAALIAJBAEE4/AsAQcQyIAJBOGo2AgALQdAyQdAyKAIAQQFqNgIAIAJBAEE4/AsAIAIgADYCACACQX82AhQFQQAhAgsLIAJFBEBBAA8LIAEEfyACBH8gAigCCAVBAAsFQQELRQRAIAIgARBEIgBFBEBBAA8LIAIgADYCCAsgAguzAQEDf0EBIQADQCAAQf8ATQR/QZQzKAIAIgIEfyACIABBBHRqKAIABUEACwVBAQtFBEAgAEEBaiEADAELCyAAQQAgAEH/AE0bIQADQCAABEAgAUGUMygCACAAQQR0aigCCGohASAAQQFqIQADQCAAQf8ATQR/QZQzKAIAIgIEfyACIABBBHRqKAIABUEACwVBAQtFBEAgAEEBaiEADAELCyAAQQAgAEH/AE0bIQAMAQsLIAELtwMCAnsEfyACQXBxQQAgABshByAAQQJGBEAgB0EDdiEAA0AgBiAHSQRAIAMgBmogASAGQQN2aiIILwEA/RAgACAIai8BAP0aASAIIABBAXRqLwEA/RoCIAggAEEDbGovAQD9GgMgCCAAQQJ0ai8BAP0aBCAIIABBBWxqLwEA/RoFIAggAEEGbGovAQD9GgYgCCAAQQdsai8BAP0aB/0MAAIEBggKDA4BAwUHCQsND/0O/QsEACAGQRBqIQYMAQsLBSAAQQNGIQggB0ECdiEJQQAhAANAIAAgB0kEQCABIABBAnZqIgYoAgD9ESAGIAlqKAIA/RwBIAYgCUEBdGooAgD9HAIgBiAJQQNsaigCAP0cA/0MAAQIDAEFCQ0CBgoOAwcLD/0OIQUgCARAIAX9DAAAAAAAAAAAAAAAAAAAAAAgBf0NAAAAABAREhMUFRYXGBkaG/1uIgX9DAAAAAAAAAAAAAAAAAAAAAAgBf0NAAAAAAAAAAAQERITFBUWF/1uIAT9GwP9Ef1uIgUhBAsgACADaiAF/QsEACAAQRBqIQAMAQsLCyADIAdqIAEgB2ogAiAHa/wKAAALkgMCA3sEfyACQXBxQQAgABshCCAAQQJGBEAgCEEDdiEAA0AgByAISQRAIAMgB0EDdmoiCSABIAdq/QAEAP0MAAgBCQIKAwsEDAUNBg4HD/0OIgT9GQA7AQAgACAJaiAE/RkBOwEAIAkgAEEBdGogBP0ZAjsBACAJIABBA2xqIAT9GQM7AQAgCSAAQQJ0aiAE/RkEOwEAIAkgAEEFbGogBP0ZBTsBACAJIABBBmxqIAT9GQY7AQAgCSAAQQdsaiAE/RkHOwEAIAdBEGohBwwBCwsFIABBA0YhCSAIQQJ2IQpBACEAA0AgACAISQRAIAAgAWr9AAQAIgYhBSAJBEAgBiAEIAb9DQwNDg8QERITFBUWFxgZGhv9cSEFIAYhBAsgAyAAQQJ2aiIHIAX9DAAECAwBBQkNAgYKDgMHCw/9DiIF/RsANgIAIAcgCmogBf0bATYCACAHIApBAXRqIAX9GwI2AgAgByAKQQNsaiAF/RsDNgIAIABBEGohAAwBCwsLIAMgCGogASAIaiACIAhr/AoAAAubAgIHfwF+IAAoAiQhAyAAIAAoAigiAUEBajYCKCADBEAgA0EBRgRAIAAgARDJAQUgA0ECRgRAIAAgARDIAQsLBSAAKAIAIAAoAggiAyABbGohBCAAQUBrIQUDQCACQQhqIANNBEAgBSACIARqKQMAQoCA1OCn6d/c+QB+QgyIIghCI4inQQN0aiIGLwEEIQcgBigCACAIp0YEQCAGLwEGIAFBAWpHBEAgBiAHQQFqOwEECyAGIAFBAWo7AQYFIAdFBEAgBiAIPgIAIAYgAUEBajsBBgsLIAJBAWohAgwBCwsgACgCBCABQQFqRgRAIABBATYCJCAAQQA2AiggAEEANgIsCwsgACgCJEEDRwRAQQAPCyAAKAIwQeACagv2BgICfgd/Qf//AyABIAJrIgogCkH//wNPGyIMQQRJBEBCAA8LIAAgAmohCyACIANrIQ4gByABQQF0QYLAAGpqIQ8gAiAETwRAIAsgBGshCkEAIQECQANAIAFBCGoiAyAMTQRAIAEgASALaikDACABIApqKQMAhSIIekIDiKdqIQEgCEIAUg0CIAMhAQwBCwsDQCABIAxJBH8gASALai0AACABIApqLQAARgVBAAsEQCABQQFqIQEMAQsLCyABQQJPBH4gBiAOIA8gAkECdGoiAyABQQJ0aigCACADKAIAayABQQEgBBAuBUIACyEIIAFBwABPBEAgCA8LC0EDIQEgByALKAIAQbHz3fF5bEEUdkEBdGovAQAhBEEIIQ0DQCAEQf//A0dBACANGwRAIAEgDEkEfyAAIARqIAFqLQAAIAEgC2otAABGBUEACwRAIAAgBGohEEEAIQMCQANAIANBCGoiCiAMTQRAIAMgAyALaikDACADIBBqKQMAhSIJekIDiKdqIQMgCUIAUg0CIAohAwwBCwsDQCADIAxJBH8gAyALai0AACADIBBqLQAARgVBAAsEQCADQQFqIQMMAQsLCyABIANJBEAgBiAOIA8gAkECdGoiCiADIgFBAnRqKAIAIAooAgBrIAFBACACIARrEC4iCSAIVgRAIAkhCAsgAUHAAE8EQCAIDwsLCyAHQYBAayAEQQF0ai8BACEEIA1BAWshDQwBCwsgBUHgAmohByAFKAIIIQVBAyEBIAZBgBVqIAsoAgBBsfPd8XlsQRF2QQF0ai8BACEEQQghDQNAIARB//8DR0EAIA0bBEAgDCAFIARrIgAgACAMSxsiCiABSwR/IAQgB2ogAWotAAAgASALai0AAEYFQQALBEAgBCAHaiEQQQAhAwJAA0AgA0EIaiIAIApNBEAgAyADIAtqKQMAIAMgEGopAwCFIgl6QgOIp2ohAyAJQgBSDQIgACEDDAELCwNAIAMgCkkEfyADIAtqLQAAIAMgEGotAABGBUEACwRAIANBAWohAwwBCwsLIAEgA0kEQCAGIA4gDyACQQJ0aiIAIAMiAUECdGooAgAgACgCAGsgAUECIAQQLiIJIAhWBEAgCSEICyABQcAATwRAIAgPCwsLIAZBgJUEaiAEQQF0ai8BACEEIA1BAWshDQwBCwsgCAvhBAIHfwJ+IARB/wFBgMAA/AsAIAQgAUEBdEGCwABqaiEGA0AgASAFSwRAIAYgBUECdGogBzYCACAHIAMgACAFai0AAEECdGooAgBBGHZqIQcgBUEBaiEFDAELCyAGIAVBAnRqIAc2AgAgBCABQQF0IAFBAnRqQYjAAGpqIgghCkEAIQdBCCEJQQAhBQNAIAEgBUsEQCAAIAEgBSAHIAkgAiADIAQQWSEMIAEgBUEEak8EQCAEQYBAayAFQQF0aiAEIAAgBWooAgBBsfPd8XlsQRR2QQF0aiIGLwEAOwEAIAYgBTsBAAsgDFAEQCAFQQFqIQUMAgsgBUEBaiIGIAFJBH8gDEISiKdB//8DcUHAAEkFQQALBEAgACABIAYgByAJIAIgAyAEEFkiDUIiiCAMQiKIVgRAIAEgBiIFQQRqTwRAIARBgEBrIAVBAXRqIAQgACAFaigCAEGx893xeWxBFHZBAXRqIgYvAQA7AQAgBiAFOwEACyANIQwLCyAKIAUgB2s7AQAgCiAMQhKIp0H//wNxIgY7AQIgCiAMp0H//wNxIgc7AQQgCiAMQhCIp0EDcSILOgAGIApBCGohCiAJIAcgCxshCSAFIAZqIQcgBUEBaiEFA0AgBSAHSQRAIAEgBUEEak8EQCAEQYBAayAFQQF0aiAEIAAgBWooAgBBsfPd8XlsQRR2QQF0aiIGLwEAOwEAIAYgBTsBAAsgBUEBaiEFDAELCwwBCwsgASAHa0H//wNLBEBBAA8LIAEgB0sEfyAKIAEgB2s7AQAgCkEAOwECIApBCGoFIAoLIAhrQQN2C/YCAQt/IAAgASACIAMgBBBaIghFBEBBAA8LIAQgAUEBdCABQQJ0akGIwABqaiIJIAhBA3RqIQ0gACEIIAkhAQNAIAEgDUkEQCABLwEAIQxBACEKA0AgCiAMSQRAIAMgCCAKai0AAEECdGooAgBBEHZB/wFxIQ4gC0EBcQRAIA4gD2ohDwUgDiAQaiEQCyALQQFqIQsgCkEBaiEKDAELCyARIANBgAhqIAEQMUECdGooAgBBGHZqIgpBEGogCiAMQRlPGyERIAEQMiIKQf8BRwRAIAcgA0GAEGogCkECdGooAgBBGHZqIQcLIAggDCABLwECamohCCABQQhqIQEMAQsLIBBBB2pBA3YgB0EHakEDdmoiAUEFaiAPQQdqQQN2aiARQQdqQQN2aiIHIAZLIAtB//8DS3IgAUH//wNLcgRAQQAPCyAFIAItAAQ6AAAgBSALOwEBIAUgATsBAyAAIAMgCSANIAVBBWogASAFIAdqIAQQygEgBwvZBQEKf0EBIQYDQCAGQQtNBEBBACEFA0AgBUGAAkkEQCAGIABBEGogBUEBdmotAAAgBUEBcUECdHZBD3FGBEAgAkELIAZrdiEDQQAhBEEAIQcDQCAGIAdLBEAgA0EBcSAEQQF0ciEEIANBAXYhAyAHQQFqIQcMAQsLIAQhAwNAIANBgBBJBEAgASADQQF0aiAGQQh0IAVyOwEAIANBASAGdGohAwwBCwsgAkEBQQsgBmt0aiECCyAFQYACSQR/IAYgAEGQAWogBUEBdmotAAAgBUEBcUECdHZBD3FGBUEACwRAIAVBD3EiCkGgCmotAAAhB0ECQQAgBUEFdiIDQQZGGyEEIANBB0YEQEEEIQRBCiEDCyAIQQFBCyAGa3RqIQsgCkGQCmotAABBAkEDIAVBEHEiChtqIARBEHQgB0ETdHIgBkEcdCADQQx0cnIiA0GAgIAQciADIAQgB3IbIgNBgICACHIgAyAKG3IhAwNAIAggC0kEQCABQYAgaiAIQQJ0aiADNgIAIAhBAWohCAwBCwsLIAVBmgFJBH8gBiAAQZACaiAFQQF2ai0AACAFQQFxQQJ0dkEPcUYFQQALBEAgCUEBQQsgBmt0aiEDIAYCf0EKIAVB2gBPDQAaIAVBNmtBAnZBAmogBUE2Tw0AGkEAIAVBD0kgBUEnT3INABogBUEPa0EBdkEDagtBBHRyQYAGQQAgBUE2TyIEIAVB2gBJcRsCfyAFQdoAa0EKdCAFQdoATw0AGiAEBEAgBUE2ayIEQQNxQQRqIARBAnZBBWp0DAELIAVBJmtBA3QgBUEnTw0AGiAFQQFqIAVBD0kNABogBUEPayIEQQFxQQJqIARBAXZBA2p0C0EQdHJyIgRBgAhyIAQgBUHaAE8bIQQDQCADIAlLBEAgAUGA4ABqIAlBAnRqIAQ2AgAgCUEBaiEJDAELCwsgBUEBaiEFDAELCyAGQQFqIQYMAQsLC8gKAxN/An4BeyABQQVJBEBBfw8LIAEgBUsEQEF8DwsgAC0AACACKAIERwRAQX4PCyAALwEDIQ4gAC8BASIJIAVLBEBBfQ8LIA4gAUEFa0sEQEF/DwsgBv0MAAAAAAAAAAAAAAAAAAAAAP0LBAAgBkEQaiIIIAAgAfwKAAAgASAIaiIQ/QwAAAAAAAAAAAAAAAAAAAAA/QsEACAOQQN0IREgECAIQQVqIgAgDmoiD2tBA3QhEiAGQSBqIAVqIgwhBgNAIAlBCk8EQCAKIBJLIAsgEUtyBEBBfw8LIAAgC0EDdmopAwAgC0EHca2IIRogDyAKQQN2aikDACAKQQdxrYghG0EAIQEDQCABQQVJBEAgAyAbQv8Pg6dBAXRqLwEAIQggBiADIBpC/w+Dp0EBdGovAQAiEzoAACAGIAg6AAEgGiATQQh2IhOtiCEaIBsgCEEIdiIIrYghGyALIBNqIQsgCCAKaiEKIAZBAmohBiABQQFqIQEMAQsLIAlBCmshCQwBCwsgCiASSyALIBFLcgRAQX8PCyAAIAtBA3ZqKQMAIAtBB3GtiCEaIA8gCkEDdmopAwAgCkEHca2IIRsDQCAJBEACQCAGIAMgGkL/D4OnQQF0ai8BACIAOgAAIBogAEEIdiIArYghGiAAIAtqIQsgBkEBaiEGIAlBAWsiAEUNACAGIAMgG0L/D4OnQQF0ai8BACIBOgAAIBsgAUEIdiIBrYghGyABIApqIQogBkEBaiEGIABBAWshCQwCCwsLIANBgCBqIRMgA0GA4ABqIRQgAkHgAmohFSACKAIIIRYgBCAFaiEYIAQhAEEIIQIDQCAAIBhJBEACQCANIBFLIAcgEktyBEBBfw8LIBMgEEEIayAHQQN2aykDACAHQQdxrYYiGkI1iKdBAnRqKAIAIhdBDHZBD3EhCCAXQf8BcSEJIBdBHHYiASAHaiEHIBdBgICAEHEEQCAaIAGthiIaQgGIQj8gF0EQdkEHcSIBrSIbfYinIQMgGiAbhiEaIAEgB2ohByADIAhqIQggCSADQQ9GIAFBBEZxBH4gCCAaQjCIp2ohCCAHQRBqIQcgGkIQhgUgGgtCAYhCPyAXQRN2QR9xIgGtfYinaiEJIAEgB2ohBwsgCCAGIAxrSwRAQX0PCyAIIBggAGtLBEBBfA8LIAAgCGohASAAIAz9AAQA/QsEAEEQIQMDQCADIAhJBEAgACADaiADIAxq/QAEAP0LBAAgA0EQaiEDDAELCyAIIAxqIQwgGCABIgBGDQAgCSAYIABrSwRAQXwPCyAUIA9BCGsgDUEDdmspAwAgDUEHca2GIhpCNYinQQJ0aigCACIBQQ9xIQggGiAIrYZCAYhCPyABQQR2QQ9xIhmtfYinIAFBCHZBA3F0IAFBEHZqIQMgDUEAIAggGWogF0GAgIAIcSIIG2ohDSADIAlqIBZLIAIgAyAIQQAgAUGACHEgCBsiF3IbIgIgACAEa0sgFxsEQEF7DwsgACAJaiEBIAAgAyAVaiAAIAJrIBcbIgj9AAQAQRBBECACIAJBEE8bIBcbIgNBBHRBsApq/QAEAP0OIhz9CwQAIAlBEEsEQCADQRBGBEADQCABIABBEGoiAEsEQCAAIAhBEGoiCP0ABAD9CwQADAELCwUgA0HADGotAAAhAwNAIAEgACADaiIASwRAIAAgHP0LBAAMAQsLCwsgASEADAILCwsgBiAMRwRAQX0PCyALQQdqQQN2IA1BB2pBA3ZqIA5HBEBBeg8LIApBB2pBA3YgB0EHakEDdmogECAPa0cEQEF6DwsgBQu0AwIJfwF+QdwhQdwhKAIAQQFqNgIAQdAhEB8iBwRAQdAhKAIAIAdBfyAHZ3ZBAXZxIgFBEHZBAnRqKAIAIAFBBnZB/wdxQQJ0aigCACABQT9xQQZ0aiIIKAI8IQIgCEEANgI8IAj9AAQw/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZEH/H3FBf3NB/x9xIQkDQCAJBEAgB0F/QdghKAIAIgNBAWtndiIBQcAmKQMAIAggCWgiBUECdGooAgAiBCkDAIUiCiAKQiGIhULP1tO+0ser2UJ+IgogCkIdiIVC+fPd8Zn2masWfiIKIApCIIiFp3EiBiAGIAFBAXZxIAMgBksbRgRAIAhBMGogBWpBADoAACAEEDMLIAkgCUEBa3EhCQwBCwsDQCACBEAgAv0ABDD9DAAAAAAAAAAAAAAAAAAAAAD9I/1kQf8fcUF/c0H/H3EhCQNAIAkEQCACIAloQQJ0aigCABAzIAkgCUEBa3EhCQwBCwsgAigCPCACQdAgKAIANgIEQdAgIAI2AgBB5CBB5CAoAgBBAWo2AgBB4CBB4CAoAgBBAWs2AgAhAgwBCwsLIAAQMwuRBAIEfwF+AkAgACgCDCIBQf//D3EEQEGAMEHgADYCAEGEMEEDNgIADAELIAFBgIAQcQRAAkBB0CEoAgBBf0HYISgCACIEQQFrZ3YiA0HAJikDACAAKQMAhSIFQiGIIAWFQs/W077Sx6vZQn4iBUIdiCAFhUL5893xmfaZqxZ+IgVCIIggBYUiBadxIgEgASADQQF2cSABIARJGyIBQRB2QQJ0aigCACABQQZ2Qf8HcUECdGooAgAgAUE/cUEGdGohAQNAIAFFBEBBgDBBuwI2AgBBhDBBBTYCAAwECyAB/QAEMCAFQjiIp0GAAXL9D/0j/WRB/x9xIQQDQCAEBEAgASAEaCIDQQJ0aigCACAARgRAIAFBMGogA2pBADoAACACBH8gAf0ABDD9DAAAAAAAAAAAAAAAAAAAAAD9I/1kQf8fcUH/H0YFQQALBEAgAiABKAI8NgI8IAFB0CAoAgA2AgRB0CAgATYCAEHkIEHkICgCAEEBajYCAEHgIEHgICgCAEEBazYCAAtB3CFB3CEoAgBBAWs2AgAMBAsgBCAEQQFrcSEEDAELCyABIgIoAjwhAQwACwALCyAAQQA2AgwgAEIANwMAIABB8CAoAgA2AgRB8CAgADYCAEGEIUGEISgCAEEBajYCAEGAIUGAISgCAEEBazYCAA8LQYgwQbAONgIAQYwwQawOKAIAQX5xNgIAAAvCAQEFfwNAIAFBuCEoAgBJBEBBsCEoAgAgAUEQdkECdGooAgAgAUEGdkH/B3FBAnRqKAIAIAFBP3FBBnRqIQIDQCACBEBBACEDA0AgA0EFSSIEBEAgAiADQQxsaiIFQQAgBAR/IAUoAgQFQQALGyIEBEAgBCgCCCIFQQFrQQAgBUEBcRsiBQR/IAUoAgAFIAQoAggLIgQgBCgCDCAAajYCDAsgA0EBaiEDDAELCyACKAI8IQIMAQsLIAFBAWohAQwBCwsL4QEBAX9BkCFBMEEBEAVFBEBBAA8LQZAhKAIAIgMEQEGQISADKAIENgIAQaQhQaQhKAIAQQFrNgIABUGUISgCACIDQZghKAIATwRAQYAwQdoANgIAQYQwQQM2AgBBiDBBsA02AgBBjDBBrA0oAgBBfnE2AgAACyADQQBBMPwLAEGUISADQTBqNgIAC0GgIUGgISgCAEEBajYCACADIAA2AgQgAyABNgIIIANBADYCDCADIAI2AhAgA0F/NgIUIANBADYCGCADQQA2AhwgA0EANgIgIANBADYCJCADQQE2AgAgAwuPBAIDfwF+QbAmKAIAQaAmKAIATwR/QagmKAIAIgUEfyAFEBQFQQALBUEBC0UEQEEADwtBtCYoAgAEf0EBBRAJIgUEfyAFQbgmKAIANgIAQbgmIAU2AgBBvCZBvCYoAgBBAWo2AgAgBUGkJigCAEEPbGpBgAhqIQUDQCAGQQ9JBEAgBUGkJigCACIHQUBrayIFIAdqIgdBtCYoAgA2AgAgB0EANgIIQbQmIAU2AgAgBkEBaiEGDAELC0EBBUEACwsEQEG0JkG0JigCACIFQaQmKAIAaiIGKAIANgIAIAZBrCYoAgAiBzYCACAGQQA2AgQgBwRAIAdBpCYoAgBqIAU2AgQFQagmIAU2AgALQawmIAU2AgBBsCZBsCYoAgBBAWo2AgAFQQAhBQsgBUUEQEEADwsgBSACIAP8CgAAQYQgKAIAQQJxBH4gBSADECgFQgALQQEgAyADIAVBABA0IgIgAigCDEGAgCByNgIMIAVBpCYoAgBqIAI2AgggBUGkJigCAGogADYCDCAFQaQmKAIAaiABNgIQIAVBpCYoAgBqIAQ2AhQgACgCICIABEAgACADIAAoAhhqIgE2AhggASAAKAI0SwRAIAAgATYCNAsLQdgpQdgpKQMAQgF8NwMAQfgpIAOtIghB+CkpAwB8NwMAQYAqIAhBgCopAwB8NwMAQeApQeApKQMAQgF8NwMAIAIL6QQBCX9BpDNBADYCAEG4ISgCACIIIABNBEBBAA8LIABBgAJqIAggCCAAa0GAAksbIQkgASEFIAAhBANAIAQgCUkEQCAFQQAgACAERhshBUGwISgCACAEQRB2QQJ0aigCACAEQQZ2Qf8HcUECdGooAgAgBEE/cUEGdGohBwNAIAcEQEEAIQogB0EAIAcoAgQbIQEDQCABBEAgAyABKAIEKAIQRiIGBEBBACEGAkAgASgCCCILQQFrQQAgC0EBcRsiCwR/IAsoAgAFIAEoAggLIgsoAgxBFHZBB3EiDEUgDEEDRnIEf0EBBSALKAIMQYCAIHELBH9BAQUgCygCDEGAgIAEcQsNACALLwESQf8ASQR/QQAFIAIEfyALKAIMQYCAgAhxQQBHBUEBCwtFDQAgCygCDEH//w9xQQFGBH9BAAUgASgCBCgCEAR/IAEoAggiBkEBa0EAIAZBAXEbBUEBCwtFIQYLCyAFQQAgBhsEQCAFQQFrIQUFIAYEfyABKAIEIQYCfyABKAIIIgtBAWtBACALQQFxGyILBH8gCygCAAUgASgCCAsiC0GAwAAQDgR/QYDAACALLwEQQQFqIAYoAhAQASALKQMAUgVBAQsEQCALIAsoAgxBgICABHI2AgxBuClBuCkpAwBCAXw3AwBBAAwBC0GcMyAGNgIAQaAzIAEoAgA2AgBBpDMgCzYCAEEBCwVBAAsEQCAEQQFqDwsLIAcgCkEBaiIKQQxsaiIBQQAgCkEFSQR/IAEoAgQFQQALGyEBDAELCyAHKAI8IQcMAQsLIARBAWohBAwBCwsgCUEBakEAIAggCUsbC9gIAgp/An5BpDMoAgAhA0GkM0EANgIAQZwzKAIAIQYgAy8BEEEBaiEEIAMvARJBAWohAkGAwAAtAAAhByAAQQBHIgEEQCAAIAIgAkEDdmtNIQELIAEEQEGUMygCACIBBH8gASAHQQR0aigCAAVBAAtBAEchAQsgAQRAIAdBgMAAIABBwMIFIAQQQSEBCyABBEBBwMIFIAQgBigCEBABIAMpAwBRIQELQYAgKAIAQUBrIQVBhCAoAgBBEHEEQEHAwgVBACAF/AsACyABRQRAIAMgAygCDEGAgIAEcjYCDEG4KUG4KSkDAEIBfDcDAEEADwtB2ClB2CkpAwBCAX03AwBB+ClB+CkpAwAgBK19NwMAQYAqQYAqKQMAIAKtfTcDACACIAQgBEEDdmtLBEBB6ClB6CkpAwBCAX03AwALIAMoAghBgMAAIAD8CgAAIAAgAygCCGohAUGEICgCAEEQcQRAIAFBACACIABr/AsACyADKAIIIgggCEGQICgCAGtBlCAoAgBwayEBIABBB2pBfHEiBSACQQdqQXxxIglLBEBBgDBBjAI2AgBBhDBBAzYCAEGIMEHwDDYCAEGMMEHsDCgCAEF+cTYCAAALIAUgCUcEQCABIAEoAhQgCSAFayIKazYCFEGgIkGgIigCACAKazYCACABKAIQIAogCEEEayAFaiIIIAFrIgpqRgRAIAEgCjYCEAUgCCAJIAVrQQF0QQFyNgIACyABEAoLIAMgAygCDEH//798cUGAgMABciAHQRl0cjYCDCADIABBAWs7ARJBlDMoAgAiAQR/IAEgB0EEdGooAgAFQQALRQRAQYAwQTk2AgBBhDBBAzYCAEGIMEGwETYCAEGMMEGsESgCAEF+cTYCAAALQZQzKAIAIAdBBHRqIgEgASgCCEEBajYCCEHYKUHYKSkDAEIBfDcDAEH4KUH4KSkDACAErXw3AwBBgCpBgCopAwAgAK18NwMAIAAgBCAEQQN2a0sEQEHoKUHoKSkDAEIBfDcDAAsgBigCICIBBEAgAiAAayIDIAEoAhhLBEBBgDBBgAE2AgBBhDBBAzYCAEGIMEHwDjYCAEGMMEHsDigCAEF+cTYCAAALIAEgASgCGCADazYCGAsgBkGgMygCABAAKAIIIgFBAWtBACABQQFxGyIBBEAgAEHIAGohAyAGKAIgIgQEfyAEKAIIBUEACyABLQAZQQR0akEEayIEIAQoAgggASgCFGsgA2o2AgggASADNgIUC0GoKUGoKSkDAEIBfDcDAEGwKUGwKSkDACACIABrrXw3AwBBiCAoAgAEf0G0ICgCAEGcIigCAEGQIigCAEFAamxBoCIoAgBrQZQgKAIAIgFBpCA1AgBCEIYiC0GYIDUCACIMVgR/IAsgDH0gAa2ApwVBAAtBoCAoAgBqbGpBpCYoAgBBQGtBvCYoAgBBD2xBsCYoAgBrbGpNBUEACwRAQYggQQA2AgALECEgAiAAawsSACAAIAFBABAcQf//A2pBEHYLzwEBBH8CQCAAQeACSQR/QQEFIABBlCAoAgBB4AJqSwsNAEGAwAAgABAaRQ0AQZggKAIAQYDAACAA/AoAAEGYICgCAEGcICgCABAwQZggKAIAIgBB4AJqIQQgACgCCCEBQZwgKAIAIgNBgBVqQf8BQYCABPwLAEEAIQADQCAAQQRqIAFNBEAgA0GAlQRqIABBAXRqIANBgBVqIAAgBGooAgBBsfPd8XlsQRF2QQF0aiICLwEAOwEAIAIgADsBACAAQQFqIQAMAQsLQQEhAQsgAQujAQEGf0GQICgCACEEQZggKAIAIQNBlCAoAgAhBUGcICgCACEGQaAgKAIAIQdBpCAoAgAiAkGoICgCADYCACACIAE2AgQgAiAENgIIIAIgADYCDCACIAM2AhAgAiAFNgIUIAIgBjYCGCACIAc2AhwgAkEANgIwIANBAEHgAvwLACACQUBrQQBBgIDAAPwLACACQQA2AiQgAkEANgIoIAJBADYCLAtAAQJ/AkADQCAAIAJLBEBBpCAoAgAQWCIBBEBBgMAAQZggKAIAIAH8CgAADAMLIAJBAWohAgwBCwtBACEBCyABCx4AQaggKAIAIABBkCAoAgAiAGxqQYDAACAA/AoAAAs6AQF/IAAgAUEAEBxB//8DakEQdj8AayICQQBKBH8gAkAAQX9GBUEACwR/QQAFIAAgAUEBEBwaQQELCzoAQYDAAEHAwgVBgMAAIABBmCAoAgBBnCAoAgBBoCAoAgBBwMIFIAEgACAAIAFLGxBbIgD8CgAAIAALKQECf0GYICgCAEGQICgCACIAa0GUICgCACIBbkGgICgCAGsgAWwgAGoLlAEBA39BlCAoAgAhAUGYICgCACECA0AgAkGQICgCAEsEfyACIAFrIgAoAgQgAEEBckYFQQALBEAgAiABayECDAELC0GYICACNgIAQZwgIQFBnCAoAgAhAANAIAAEQCAAIAJJBEAgASAANgIAIAAhAQVBoCBBoCAoAgBBAWs2AgALIAAoAgAhAAwBCwsgAUEANgIAIAILSwEBfyAAQYCAwABPBH9BAAVB8CEoAgALBH9B8CEoAgAgAEEKdkECdGooAgAiAgR/IAIgAEH/B3FBAnRqKAIABUEACwVBAAsgARBRC3MBAX4gAa0gAq1CIIaEIQQgAEGAgMAATwR/QQAFQfAhKAIACwR/QfAhKAIAIABBCnZBAnRqKAIAIgEEfyABIABB/wdxQQJ0aigCAAVBAAsFQQALIgAEfyAAKAIAQQFGBUEACwR/IAAgBBAEBUEACyADEFELUwEBfyAAQYCAwABPBH9BAAVB8CEoAgALBH9B8CEoAgAgAEEKdkECdGooAgAiBAR/IAQgAEH/B3FBAnRqKAIABUEACwVBAAsgAUGAwAAgAiADEBkLoQEBA38gAEGAgMAATwR/QQAFQfAhKAIACwR/QfAhKAIAIABBCnZBAnRqKAIAIgQEfyAEIABB/wdxQQJ0aigCAAVBAAsFQQALIQBBgCAoAgAhBQNAIAEgAkkEQCAAIAFBBHRBwMAEaiIEKAIAIAEgBWxBgEBrIAQoAgQgAxAZIQYgBCAGNgIIIAZBf0YEQCABQQFqDwsgAUEBaiEBDAELCyACC6cCAgJ/AX5BiCpBmCAoAgBBkCAoAgAiAGtBlCAoAgAiAW5BoCAoAgBrIAFsIABqrTcDAEGQKj8ArEIQhjcDAEGYKkHIICgCAEEMdK03AwBBoCpBnCI1AgBBlCA1AgB+NwMAQbAqQZAgKAIAQZQgKAIAQZggKAIAQZAgKAIAa0GUICgCAG5BoCAoAgBrbGpBnCIoAgBBkCIoAgBBQGpsQaAiKAIAa2tBpCYoAgBBQGtBvCYoAgBBD2xBsCYoAgBrbGutNwMAQagqQaAhNQIANwMAQcgqEFWtNwMAQdAqQZgzNQIAQZQgNQIAfjcDAEG4KkGwMjUCADcDAEEAEAMhAANAIAAEQCACIAAoAhQgACgCJGqtfCECIAAQAyEADAELC0HAKiACNwMAC5kBAQJ/A0AgACACSwR/QagmKAIAIgEEfyABEBQFQQALBUEACwRAIAJBAWohAgwBCwtBsCYoAgBFBEBBuCYoAgAhAANAIAAEQCAAKAIAIABBnCAoAgA2AgAgACAAQQFyNgIEQZwgIAA2AgBBoCBBoCAoAgBBAWo2AgAhAAwBCwtBuCZBADYCAEG8JkEANgIAQbQmQQA2AgALIAILCgBBoCYgADYCAAuhAQICfgF/QaQgIAA2AgBBtCAgATYCAEGAICgCAEEHakF8cSEAQZwiKAIAQZAiKAIAQUBqbEGgIigCAGtBlCAoAgAiBEGkIDUCAEIQhiICQZggNQIAIgNWBH8gAiADfSAErYCnBUEAC0GgICgCAGpsakGkJigCAEFAa0G8JigCAEEPbEGwJigCAGtsaiABIAAgACABSRtPBEBBiCBBADYCAAsLCgBBhCAgADYCAAs0ACAAEAciAARAIAAEfyAAKAIIBUEACwRAIAAEfyAAKAIIBUEACyABNgIICyAAIAI2AhQLCwUAEMwBC0sAIAAgASACQQBHIAMQY0HEwARBpDMoAgAiAQR/IAEvARBBAWoFQQALNgIAQcjABCABBH8gAS8BEkEBaiIBIAFBA3ZrBUEACzYCAAvuAQEDfwNAIAEgA0sEQCAABH8gAAVB/CAoAgALIgIEfyACQfwgKAIARgR/QfQgKAIABSACQfQfagshBCACQUBrIQACQANAIAAgBEkEQCAAKAIMQf//D3ENAiAAQRRqIQAMAQsLQQAhAAsDQCAABEAgACAAKAIMQYCAgAhyNgIMIAJB/CAoAgBGBH9B9CAoAgAFIAJB9B9qCyEEIABBFGogAkFAayAAGyEAAkADQCAAIARJBEAgACgCDEH//w9xDQIgAEEUaiEADAELC0EAIQALDAELCyACKAIABUEACyIABEAgA0EBaiEDDAILCwsgAAsGACAAEGQLbwECf0HYKkHAKSkDADcDAEHgKkGYICgCAEGQICgCACIAa0GUICgCACIBbkGgICgCAGsgAWwgAGpBnCIoAgBBkCIoAgBBQGpsQaAiKAIAa2tBpCYoAgBBQGtBvCYoAgBBD2xBsCYoAgBrbGutNwMACx8AIAAQByIABEAgACAAKAIQNgIwIAAgACgCGDYCNAsL9AEBAX4gAa0gAq1CIIaEIQYCQCAAQYCAwABPBH9BAAVB8CEoAgALBH9B8CEoAgAgAEEKdkECdGooAgAiAQR/IAEgAEH/B3FBAnRqKAIABUEACwVBAAsiAAR/IAAoAgBBAUYFQQALRQRAQQAgA0GAwAAgBCAFEBkhAAwBCyAAIAYQOSIBRQRAQYAoQYAoKQMAQgF8NwMAQZAoQZAoKQMAQgF8NwMAQYAgKAIAQUBrIQBBhCAoAgBBEHEEQEHAwgVBACAA/AsAC0F/IQAMAQtBkDMgATYCACABIANBgMAAIAQgBRAZIQBBkDNBADYCACABEBYLIAALswICDX8BfiAAIQEDQCABIAJLBEACQCACQYBAayIMKAIUIQogDCgCCCIAQYCAwABPBH9BAAVB8CEoAgALBH9B8CEoAgAgAEEKdkECdGooAgAiAwR/IAMgAEH/B3FBAnRqKAIABUEACwVBAAshCyAMKAIMIQ0gDCkDACEOIAwvARghAyAMLwEaIQQgDCgCECEFIAwoAhQhBiAMLwEcQQBHIQcgDEEoaiEIAkAgDC8BHiIJQYCAAnFFBEAgCyANIA4gAyAFIAYgCCAHIAkgBBAMIQAMAQtBACEAIAsgDCkDIBA5IgsEQEGQMyALNgIAIAsgDSAOIAMgBSAGIAggByAJQYCAAmsgBBAMIQBBkDNBADYCACALEBYLCyAARQ0AIAIgCkEHakF4cUEoamohAgwCCwsLIAILyAQBCn8DQCAAQbghKAIASQRAAkBBsCEoAgAgAEEQdkECdGooAgAgAEEGdkH/B3FBAnRqKAIAIABBP3FBBnRqIQIDQCACBEBBACEEIAJBACACKAIEGyEBA0AgAQRAIAEoAggiBUEBa0EAIAVBAXEbIgUEfyAFKAIABSABKAIICygCDEGAgCBxBEAgASgCCCIFQQFrQQAgBUEBcRsiBQR/IAUoAgAFIAEoAggLKAIIEBQaCyABKAIIIgVBAWtBACAFQQFxGyIFBH8gBSgCAAUgASgCCAsiCCgCDCIFQYCAIHFBAEchByAFQRR2QQdxBH8gCC8BEkEBagVBAAsiCUEHakF4cUEoaiIFIANqQcCABEsEf0EABSADQYBAayIGIAcEfiAIKAIIEB0FIAgpAwALNwMAIAYgASgCBCIKKAIkIgcgCiAHGygCHDYCCCAGIAcEfiAKKQMoBUIACzcDICAGIAEoAgA2AgwgBiAILwEQQQFqNgIQIAYgCTYCFCAGIAgoAgxBFHZBB3E7ARggBiAIKAIMQRl2OwEaIAYgCCgCDEGAgBBxQQBHOwEcIAYgASgCCCIBQQFrQQAgAUEBcRsiAQR/IAEtABgEfyABLQAZQQRyBSABLQAZCwVBAAtBgIACQQAgBxtyOwEeIAZBKGogCCgCCCAJ/AoAACAFCyIBRQ0EIAEgA2ohAyACIARBAWoiBEEMbGoiAUEAIARBBUkEfyABKAIEBUEACxshAQwBCwsgAigCPCECDAELCyAAQQFqIQAMAgsLCyADC8MBAgR/AX4DQCAAIAJLBEAgAkGAQGsiASgCCCIDQYCAwABPBH9BAAVB8CEoAgALBH9B8CEoAgAgA0EKdkECdGooAgAiBAR/IAQgA0H/B3FBAnRqKAIABUEACwVBAAshAyABLwEeQYCAAnEEfyABKQMgIQUgAwR/IAMoAgBBAUYFQQALBH8gAyAFEAQFQQALBSADCyABKAIMEABBABACQYgpQYgpKQMAQgF8NwMAIAIgASgCFEEHakF4cUEoamohAgwBCwsLWgEBfwNAIABBuCEoAgBJBH9BsCEoAgAgAEEQdkECdGooAgAgAEEGdkH/B3FBAnRqKAIAIABBP3FBBnRqIgFBACABKAIEGwVBAQtFBEAgAEEBaiEADAELCyAAC5MBAQF/IABBgIDAAE8Ef0EABUHwISgCAAsEf0HwISgCACAAQQp2QQJ0aigCACICBH8gAiAAQf8HcUECdGooAgAFQQALBUEACyIABH8gACgCAEEBRgVBAAsEfyAAIAEQAAVBAAsiAAR/IAAoAggiAUEBa0EAIAFBAXEbIgEEfyABKAIABSAAKAIICy8BEEEBagVBAAsLCwAgACABEFRBAEcLrgMBAX8CQAJ/QQAgAQR/IAFBABBUBUEACyIEQQEgARtFDQAaQQAgASACIAMQYSICRQ0AGiAAQQFrQf//P0kEfyAAQYCAwABPBH9BAAVB8CEoAgALBH9B8CEoAgAgAEEKdkECdGooAgAiAQR/IAEgAEH/B3FBAnRqKAIABUEACwVBAAsFQQELBEBBgDBBwQA2AgAMAgtBACEBAkBB8CEoAgAEf0EBBUHwIRAPC0UNAEHwISgCACAAQQp2QQJ0aiIDKAIABH9BAQUgAxAPC0UNACADKAIAIABB/wdxQQJ0aiACNgIAIAIgADYCHEEBIQELIAFFBEAgAigCDARAQYAwQeEANgIADAMLIAIoAhwiAARAQfAhKAIAIABBCnZBAnRqKAIAIABB/wdxQQJ0akEANgIACyACQQA2AgAgAkGQISgCADYCBEGQISACNgIAQaQhQaQhKAIAQQFqNgIAQaAhQaAhKAIAQQFrNgIAQQAMAQsgAiAENgIgIAQEQCAEIAQoAgxBAWo2AgwLQQELDwtBhDBBAzYCAEGIMEHwEDYCAEGMMEHsECgCAEF+cTYCAAALDABBgMAAIAAgARA6C1YBAX8gAEGAgMAATwR/QQAFQfAhKAIACwR/QfAhKAIAIABBCnZBAnRqKAIAIgQEfyAEIABB/wdxQQJ0aigCAAVBAAsFQQALIAFBgMAAIAIgA0EARxApC5QBAQN/IABBgIDAAE8Ef0EABUHwISgCAAsEf0HwISgCACAAQQp2QQJ0aigCACIDBH8gAyAAQf8HcUECdGooAgAFQQALBUEACyEEQYAgKAIAIQNBACEAA0AgACABSQRAIABBBHRBwMAEaiIFIAQgBSgCACAAIANsQYBAayAFKAIEIAJBAEcQKTYCCCAAQQFqIQAMAQsLC1wBAn9BmCAoAgBBkCAoAgAiAGtBlCAoAgAiAW5BoCAoAgBrIAFsIABqQZwiKAIAQZAiKAIAQUBqbEGgIigCAGtrQaQmKAIAQUBrQbwmKAIAQQ9sQbAmKAIAa2xrC3MBAX4gAa0gAq1CIIaEIQQgAEGAgMAATwR/QQAFQfAhKAIACwR/QfAhKAIAIABBCnZBAnRqKAIAIgEEfyABIABB/wdxQQJ0aigCAAVBAAsFQQALIgAEfyAAKAIAQQFGBUEACwR/IAAgBBAEBUEACyADEDsLSwEBfyAAQYCAwABPBH9BAAVB8CEoAgALBH9B8CEoAgAgAEEKdkECdGooAgAiAgR/IAIgAEH/B3FBAnRqKAIABUEACwVBAAsgARA7CwsAQYggKAIAQQBHC0sBAX8gAEGAgMAATwR/QQAFQfAhKAIACwR/QfAhKAIAIABBCnZBAnRqKAIAIgIEfyACIABB/wdxQQJ0aigCAAVBAAsFQQALIAEQUwtzAQF+IAGtIAKtQiCGhCEEIABBgIDAAE8Ef0EABUHwISgCAAsEf0HwISgCACAAQQp2QQJ0aigCACIBBH8gASAAQf8HcUECdGooAgAFQQALBUEACyIABH8gACgCAEEBRgVBAAsEfyAAIAQQBAVBAAsgAxBTC5UBAQF+IAGtIAKtQiCGhCEDIABBgIDAAE8Ef0EABUHwISgCAAsEf0HwISgCACAAQQp2QQJ0aigCACIBBH8gASAAQf8HcUECdGooAgAFQQALBUEACyIABH8gACgCAEEBRgVBAAsEfyAAIAMQBAVBAAsiAQRAQZAzIAE2AgAgARBSIQBBkDNBADYCACABEBYFQQAhAAsgAAvtAgEEfyAAQYCAwABPBH9BAAVB8CEoAgALBH9B8CEoAgAgAEEKdkECdGooAgAiBAR/IAQgAEH/B3FBAnRqKAIABUEACwVBAAsiAAR/IAAoAgBBAUYFQQALBEAgABBSIQEgACgCICIEBH8gBCgCCAVBAAsEQANAIAJBuCEoAgBJBEAgAiAAQQEQJSIEBEAgBEEAEAIgA0EBaiEDBSACQQFqIQILDAELC0HYKEHYKCkDACADrXw3AwAgASADaiEBCyAAKAIgIgIEQCACIAIoAgxBAWs2AgwLIAAoAgwEQEGAMEHhADYCAEGEMEEDNgIAQYgwQfAQNgIAQYwwQewQKAIAQX5xNgIAAAsgACgCHCICBEBB8CEoAgAgAkEKdkECdGooAgAgAkH/B3FBAnRqQQA2AgALIABBADYCACAAQZAhKAIANgIEQZAhIAA2AgBBpCFBpCEoAgBBAWo2AgBBoCFBoCEoAgBBAWs2AgALIAELFQAgACABIAIgA60gBK1CIIaEEKUBC3wCAX4BfyABrSACrUIghoQhA0EAIQFBASECA0AgACABSwRAIAFBgEBrIgQgAxCkASICQQFGBEAgASAEKAIUQQdqQXhxQSBqaiEBDAILCwtBgCAoAgBBQGshAEGEICgCAEEQcQRAQcDCBUEAIAD8CwALQcjABCACNgIAIAEL4wECAn4CfyAAQYCAwABPBH9BAAVB8CEoAgALBH9B8CEoAgAgAEEKdkECdGooAgAiBgR/IAYgAEH/B3FBAnRqKAIABUEACwVBAAsiBgR/IAYgARAABUEACyIHBH8gBygCCCIAQQFrQQAgAEEBcRsFQQELBH9BAAUgAkF/IANBAWtndiIAQcAmKQMAIAGtIAatQiCGhCIEQgSIhUKlvuP00YyH2Z9/fiIFIAVCIIiFQqW+4/TRjIfZn39+QiCIpyAEp0EPcXNxIgEgASAAQQF2cSABIANJG0sEf0EABSAHQQAQTQsLC/4DAQp/IAMEfyADQYCAwABPBH9BAAVB8CEoAgALBH9B8CEoAgAgA0EKdkECdGooAgAiBAR/IAQgA0H/B3FBAnRqKAIABUEACwVBAAsFQQALIgxBASADG0UEQEEADwsgAiEGQQAhAiAAIgQhBwJAA0AgBiAHSwRAIAIhACAHIQVBfyAGQQFrZ3ZBAXZBAWoiA0EBdCADIAMgB2ogBkkgAyAHTXIbIQ1BACEDQcTABEEANgIAA0AgBUG4ISgCAEkEQAJAQbAhKAIAIAVBEHZBAnRqKAIAIAVBBnZB/wdxQQJ0aigCACAFQT9xQQZ0aiEKA0AgCgRAQQAhCyAKQQAgCigCBBshCQNAIAkEQCAJKAIIIghBAWtBACAIQQFxGwR/QQAFIAwEfyAMIAkoAgRGBUEBCwsEQCABIANNBEAgCSAAEE0iCEUEQEHEwARBASADIANBAU0bNgIADAcLIAAgCGohAAsgA0EBaiEDCyAKIAtBAWoiC0EMbGoiCEEAIAtBBUkEfyAIKAIEBUEACxshCQwBCwsgCigCPCEKDAELCyAFIA1qIQUMAgsLC0HEwAQoAgAEQEHAwAQgBzYCACAEIAdGDQNBxMAEQQA2AgAgAiEADAMLIAAhAkEAIQEgB0EBaiEHDAELC0HAwAQgBjYCAEHEwARBADYCACACIQALIAALHQBBwMAEIAKtIAOtQiCGhEGAwAAgACABEFA3AwALCABBuCEoAgALIgBBwMAEQYDAACABQQAgAEGAwAAgARAsIgAbEAE3AwAgAAt+AQF+IAGtIAKtQiCGhCEGIABBgIDAAE8Ef0EABUHwISgCAAsEf0HwISgCACAAQQp2QQJ0aigCACIBBH8gASAAQf8HcUECdGooAgAFQQALBUEACyIABH8gACgCAEEBRgVBAAsEfyAAIAYQBAVBAAsgA0GAwAAgBCAFQQBHECkLjAEBAX8gAEGAgMAATwR/QQAFQfAhKAIACwR/QfAhKAIAIABBCnZBAnRqKAIAIgIEfyACIABB/wdxQQJ0aigCAAVBAAsFQQALIgAEfwJ/A0AgAUG4ISgCAEkEQCABIABBABAlIgIEQEHAwAQgAigCADYCACABQQFqDAMLIAFBAWohAQwBCwtBAAsFQQALC0sBAn8gABAHIgIEfyACKAIIBUEACyIDBEAgAigCGCEAA0AgAygCGCADKAIoagR/IAAgAigCGGsgAUkFQQALBEAgA0EAEAsMAQsLCwvgAgICfgJ/QZwiKAIAQZAiKAIAQUBqbEGgIigCAGtBlCAoAgAiA0GkIDUCAEIQhiIBQZggNQIAIgJWBH8gASACfSADrYCnBUEAC0GgICgCAGpsakGkJigCAEFAa0G8JigCAEEPbEGwJigCAGtsaiEEA0BBnCIoAgBBkCIoAgBBQGpsQaAiKAIAa0GUICgCACIDQaQgNQIAQhCGIgFBmCA1AgAiAlYEfyABIAJ9IAOtgKcFQQALQaAgKAIAamxqQaQmKAIAQUBrQbwmKAIAQQ9sQbAmKAIAa2xqIARrIABJBH9BsDIoAgAFQQALBEAQF0EAEAsMAQsLQZwiKAIAQZAiKAIAQUBqbEGgIigCAGtBlCAoAgAiAEGkIDUCAEIQhiIBQZggNQIAIgJWBH8gASACfSAArYCnBUEAC0GgICgCAGpsakGkJigCAEFAa0G8JigCAEEPbEGwJigCAGtsaiAEawuCAQEBfyAAQQFqIQADQCAAQf8ATQR/QZQzKAIAIgEEfyABIABBBHRqKAIABUEACwVBAQtFBEAgAEEBaiEADAELCyAAQQAgAEH/AE0bIgBFBEBBAA8LQcDABEGUMygCACAAQQR0aigCBDYCAEHEwARBlDMoAgAgAEEEdGooAgg2AgAgAAuIAQEBf0GUMygCACIBBH8gASAAQQR0aigCAAVBAAsiAQR/QZQzKAIAIABBBHRqKAIIBUEBCwR/QQAFQZQzKAIAIABBBHRqQQA2AgBBmDNBmDMoAgBBAWs2AgAgAUGcICgCADYCACABIAFBAXI2AgRBnCAgATYCAEGgIEGgICgCAEEBajYCAEEBCws/AQF/QZQzKAIAIgEEfyABIABBBHRqKAIABUEACyEBQQAhACABBEBBgMAAIAEgASgCCEHgAmoiAPwKAAALIAAL6wEBAn8CQCAARSAAQf8AS3IEf0EBBSACQZQgKAIAQcCgAWtLCwR/QQEFQZQzKAIAIgQEfyAEIABBBHRqKAIABUEACwsNAEGAwAAgAhAaBH9BhMAAKAIAIABHBUEBCw0AQZQzKAIARQRAEBEiBEUNASAEQQBBgCD8CwBBlDMgBDYCAAsQCSIERQ0AIARBgMAAIAL8CgAAIAIgBGpBAEHAAPwLACAEIARBlCAoAgBqQYCgAWsQXEGUMygCACAAQQR0aiIAIAQ2AgAgACABNgIEIABBADYCCEGYM0GYMygCAEEBajYCAEEBIQMLIAMLVAEBfyAAQYCAwABPBH9BAAVB8CEoAgALBH9B8CEoAgAgAEEKdkECdGooAgAiAQR/IAEgAEH/B3FBAnRqKAIABUEACwVBAAsiAAR/IAAoAgwFQQALCyIBAX8DQCAAIAFLBH8QGAVBAAsEQCABQQFqIQEMAQsLIAEL3wIBAX8gABAHIgAEQCAAKAIQBEBBgDBB8wE2AgBBhDBBAzYCAEGIMEHwDTYCAEGMMEHsDSgCAEF+cTYCAAALIAAEfyAAKAIIBUEACwRAIAAEfyAAKAIIBUEACyIBKAIYIAEoAihqBEBBgDBBlgE2AgBBhDBBAzYCAEGIMEGwEDYCAEGMMEGsECgCAEF+cTYCAAALQegyKAIAIAFGBEBB6DJBADYCAAsgAUEANgIAIAFBgDIoAgA2AgRBgDIgATYCAEGUMkGUMigCAEEBajYCAEGQMkGQMigCAEEBazYCAAsgACgCEAR/QQEFIAAoAhgLBH9BAQUgACgCDAsEQEGAMEEwNgIAQYQwQQM2AgBBiDBB8A42AgBBjDBB7A4oAgBBfnE2AgAACyAAQQA2AgAgAEHAMigCADYCBEHAMiAANgIAQdQyQdQyKAIAQQFqNgIAQdAyQdAyKAIAQQFrNgIACwv+AgIBfAV/IAAQByEDQcDABEEAQTD8CwAgA0UEQA8LQcDABCADKAIQNgIAQcTABCADKAIYNgIAQcjABCADKQMgNwMAQdDABCADKQMoNwMAIAEEQCAAEAchBgNAIAYEfyAEQbghKAIASQVBAAsEQEGwISgCACAEQRB2QQJ0aigCACAEQQZ2Qf8HcUECdGooAgAgBEE/cUEGdGohAQNAIAEEQEEAIQUgAUEAIAEoAgQbIQADQCAABEAgACgCCCIHQQFrQQAgB0EBcRsiBwR/IAcoAgAFIAAoAggLIQcgBiAAKAIEKAIgRiIABH8gBygCDEEUdkEHcQUgAAsEQCACIAcvARJBAWq4IAcoAgxB//8PcbijoCECCyABIAVBAWoiBUEMbGoiAEEAIAVBBUkEfyAAKAIEBUEACxshAAwBCwsgASgCPCEBDAELCyAEQQFqIQQMAQsLBSADKAIYuCECC0HYwAQgAjkDAEHgwAQgAygCMDYCAEHkwAQgAygCNDYCAAvhBQMHfwF7AX4gACgCCCIEQYCAwABPBH9BAAVB8CEoAgALBH9B8CEoAgAgBEEKdkECdGooAgAiAgR/IAIgBEH/B3FBAnRqKAIABUEACwVBAAsiCCAAKAIMIgYQAARAQXwPCyAAKAIQIQcgACgCFCECIAApAwAhCiAAKAIYIgVBD0YEQCAKQiCIpyEEAkAgCqciAkGAgMAATwR/QQAFQfAhKAIACwR/QfAhKAIAIAJBCnZBAnRqKAIAIgAEfyAAIAJB/wdxQQJ0aigCAAVBAAsFQQALIgUEfyAFIAQQAAVBAAsiAkUNAEF8IQMgByACKAIIIgBBAWtBACAAQQFxGyIABH8gACgCAAUgAigCCAsiBC8BEEEBakcNACAEKAIMQRR2QQdxIgMEfyAELwESQQFqBUEACyECIAQpAwAhASAEKAIMQYCAEHFBAEchACADQQBHIAUoAhAgCCgCEEdxBEAgBEHAwgUQDgR/QcDCBSAHIAUoAhAQASABUgVBAQsEQCAIIAYgBxBPIQMMAgtBwMIFIAcgCCgCEBABIgEgBxBOIQALQcDCBSAEKAIIIAL8CgAAQQFBfyAIIAYgASADIAcgAkHAwgUgAEEAQQAQDBshAwsgAw8LIABBIGohBCAFRQRAIAr9EiEJQQAhAANAIAAgB0kEQCAAQcDCBWogCf0LBAAgAEEQaiEADAELC0HAwgUpAwAhAUEBQX8gCCAGIAdBCE8EfiABBSABQgEgB0EDdK2GQgF9gwtBACAHQQBBAEEBQQBBABAMGw8LIAIhAyAFQQJGBEAgBCADQcDCBSAHEBMhAwVBwMIFIAQgAvwKAAALIANBAEgEf0EABSADQcDCBWpBACAHIANr/AsAQQELIgMEfyABQcDCBSAHIAAoAhwQUCAKUQUgAwtFBEAgCCAGIAcQTw8LQQFBfyAIIAZBwMIFIAcgCCgCEBABIgEgBSAHIAIgBCABIAcQTkEAQQAQDBsLtwQCB38BfgJAQYAgKAIABEBBgDBBpQE2AgAMAQsgAEGAgARNIABBgCBPcSAAaUEBRnFFBEBBgDBBpwE2AgAMAQsgAUH//wNLBEBBgDBBqAE2AgAMAQsgAUEQdEEWdkEBaiIEQQJ0IgggACAAQQF0akHzwwVqQXxxIgZqIQVBkCAgBSAIaiIHIAhqQT9qQUBxIgg2AgBBlCAgAEEEdEGAAWoiCTYCAEGYICAINgIAQaQgIAE2AgACf0EBPwAiCiAIIAlqrUL//wN8QhCIpyIBTw0AGkEAQaQgKAIAIgggAUkNABpBASAIIAEgCkGAAiAKQQN2IgkgCUGAAk8baiIJIAEgCUsbIgkgCCAJSRsiCCAKa0AAQX9HDQAaIAEgCEkEfyABIAprQABBf0cFQQALC0UEQEEADwtBuCAgAzcDAEEAIQEDQCABQcABSQRAIAFBwCZqIANC+erQ0OfJoeThAH0iA0IhiCADhULP1tO+0ser2UJ+IgtCHYggC4VC+fPd8Zn2masWfiILQiCIIAuFNwMAIAFBCGohAQwBCwtBkCIgAEEEdEGAAWo2AgBBlCIgAGgiAUEFazYCAEGYIiABQQJrNgIAQaQmIAA2AgBBsCEgBiAEQQYQHkUEQEEADwtB0CEgBSAEQQsQHkUEQEEADwtB8DIgByAEQQYQHkUEQEEADwtBhCAgAjYCAEGAICAANgIAQQEPC0GEMEEDNgIAQYgwQfANNgIAQYwwQewNKAIAQX5xNgIAAAscACAEBEAgACABIAIgAxBWBSAAIAEgAiADEFcLC6YBAQF/IABBgIDAAE8Ef0EABUHwISgCAAsEf0HwISgCACAAQQp2QQJ0aigCACICBH8gAiAAQf8HcUECdGooAgAFQQALBUEACyABEAAiAAR/IAAoAggiAUEBa0EAIAFBAXEbIgEEfyABKAIABSAAKAIICygCCAVBAAsEfyAAKAIIIgFBAWtBACABQQFxGyIBBH8gASgCAAUgACgCCAsvARJBAWoFQQALCy8BAX8gABAGIgFFBEAQCSIBRQRAQQAPCyABECAgABAGIQELIAFBBGtBADYCACABCxsAIAAgAEGQICgCAGtBlCAoAgBwayAAIAEQNgsKAEGwICAANgIAC3gBAX8gAEGAgMAATwR/QQAFQfAhKAIACwR/QfAhKAIAIABBCnZBAnRqKAIAIgIEfyACIABB/wdxQQJ0aigCAAVBAAsFQQALIAEQACIABH8gACgCCCIBQQFrQQAgAUEBcRsiAQR/IAEoAgAFIAAoAggLKAIIBUEACwt9AQN/IAAiAyABQQBHEEghAiAAKAIEIgEEfyABBSAAKAIMCyEAIAIhAQNAIAEgAkZBACAAQQAgBEEESRsbBEAgACABIAAtABgEf0EABSAAKAIUIAIoAhRBAXRLCxshASAAKAIIIQAgBEEBaiEEDAELCyADIAA2AgQgASgCEAsIACAAIAEQJgsKACAAIAEgAhBDCwgAQQFBARBECx8AQaAyQRxBARAFBH8gAEEBIAFBCCACIAMQRQVBAAsLogEBAX4gAQR+QcAmKQMAIACtQoCAgIAQhYUiAiACQiGIhULP1tO+0ser2UJ+IgIgAkIdiIVC+fPd8Zn2masWfiICIAJCIIiFIgIgAkIBhCACpxtCIIgFQcAmKQMAIACtQoCAgIAQhYUiAiACQiGIhULP1tO+0ser2UJ+IgIgAkIdiIVC+fPd8Zn2masWfiICIAJCIIiFIgIgAkIBhCACpxsLpwsKACAAQQEgARBGCwQAEEcLMAIBfwF+A0AgASADSwRAIAAgAiADbGogAkEAEAEgBHwhBCADQQFqIQMMAQsLIASnCyABAX4gACABIAIQASEEIAMEQCADIARCIIg+AgALIASnCxMAIABAACIAQRB0QQAgAEF/RxsLCAAgACABECwLRwEDfyADIQcDQCABIAhLBEAgBiAIQQJ0aiAAIAIgCGxqIAIgByAEIAUQEiIJNgIAIAcgCWohByAIQQFqIQgMAQsLIAcgA2sLDgAgACABIAIgAyAEEBILCAAgACABEBoLhgEAIAggADYCACAIIAE2AgQgCCACNgIIIAggAzYCDCAIIAQ2AhAgCCAFNgIUIAggBjYCGCAIIAc2AhwgCEEANgIwIARBAEHgAvwLACAIQUBrQQBBgIDAAPwLACAIQQA2AiQgCEEANgIoIAhBADYCLEEAIQADQCAARQRAIAgQWCEADAELCyAACwgAIAAgARBcC3wBA38gACABEDAgAEHgAmohAiAAKAIIIQMgAUGAFWpB/wFBgIAE/AsAQQAhAANAIABBBGogA00EQCABQYCVBGogAEEBdGogAUGAFWogACACaigCAEGx893xeWxBEXZBAXRqIgQvAQA7AQAgBCAAOwEAIABBAWohAAwBCwsLEgAgACABIAIgAyAEIAUgBhBbCxIAIAAgASACIAMgBCAFIAYQXQtWACAARQRAIAJBAXRBgJUEag8LIABBAUYEQCABQQF0IAFBAnRqIAFBAXZBA3RqQZjAAGoPCyAAQQJGBEAgAUEBdEHwAGoPC0HAgMAAQYCgASAAQQNGGwtDAQN/A0AgASAFSwRAIAZBAWogBiAAIAQgBUECdGooAgAiByADIAIQEyACRhshBiAAIAdqIQAgBUEBaiEFDAELCyAGCwwAIAAgASACIAMQEwsoAQF/A0AgASAESwRAIAMgACACIARsaiAC/AoAACAEQQFqIQQMAQsLC3YBAX8gAEGAgMAATwR/QQAFQfAhKAIACwR/QfAhKAIAIABBCnZBAnRqKAIAIgIEfyACIABB/wdxQQJ0aigCAAVBAAsFQQALIAEQACIAKAIIIgFBAWtBACABQQFxGyIBBH8gASgCAAUgACgCCAsoAgxBFHZBB3ELywQCCn8CfkGwISgCACAAQX8gAGd2QQF2cSIBQRB2QQJ0aigCACABQQZ2Qf8HcUECdGooAgAgAUE/cUEGdGoiAigCPCEBIAJBADYCPCACIgMhCgNAIAogAkE8akkEQCAKKAIEIgkEQCAKKAIAIQggCigCCCEHIApBADYCBCAAQX9BuCEoAgAiBUEBa2d2IgRBwCYpAwAgCK0gCa1CIIaEIgxCBIiFQqW+4/TRjIfZn39+IgsgC0IgiIVCpb7j9NGMh9mff35CIIinIAynQQ9xc3EiBiAGIARBAXZxIAUgBksbRgRAQbAhKAIAIABBEHZBAnRqKAIAIABBBnZB/wdxQQJ0aigCACAAQT9xQQZ0aiAJIAggBxArBSADIAg2AgAgAyAJNgIEIAMgBzYCCCADQQxqIQMLIApBDGohCgwCCwsLA0AgAQRAIAEhAANAIAAgAUE8akkEfyAAKAIEBUEACwRAQbAhKAIAQX9BuCEoAgAiBEEBa2d2IgNBwCYpAwAgADUCACAANQIEQiCGhCIMQgSIhUKlvuP00YyH2Z9/fiILIAtCIIiFQqW+4/TRjIfZn39+QiCIpyAMp0EPcXNxIgIgAiADQQF2cSACIARJGyICQRB2QQJ0aigCACACQQZ2Qf8HcUECdGooAgAgAkE/cUEGdGogACgCBCAAKAIAIAAoAggQKyAAQQxqIQAMAQsLIAEoAjwgAUHQICgCADYCBEHQICABNgIAQeQgQeQgKAIAQQFqNgIAQeAgQeAgKAIAQQFrNgIAIQEMAQsLC/0CAQd/A0AgAiABQQFrSQRAQQAhA0EAIQYDQCAGQQJJBEAgASAETQR/QQEFIAIgBUsEfyAAIAVBAnRqKAIAIAAgBEECdGooAgBJBUEACwsEQCADIAAgBUECdGoiCCgCAGohAyAIIAI2AgAgBUEBaiEFBSADIAAgBEECdGooAgBqIQMgBEEBaiEECyAGQQFqIQYMAQsLIAAgAkECdGogAzYCACACQQFqIQIMAQsLIAAgAUECa0ECdGpBADYCACABQQNrIQIDQCACQQBOBEAgACACQQJ0aiIDIAAgAygCAEECdGooAgBBAWo2AgAgAkEBayECDAELC0EBIQIgAUECayEDIAFBAWshBANAIAJBAEoEQEEAIQEDQCADQQBOBH8gACADQQJ0aigCACAHRgVBAAsEQCABQQFqIQEgA0EBayEDDAELCwNAIAEgAkgEQCAAIARBAnRqIAc2AgAgBEEBayEEIAJBAWshAgwBCwsgAUEBdCECIAdBAWohBwwBCwsL6AMBBX8gAyABQQJ0aiEHIAAhBQNAIAEgBEsEQCAFIARBAnRqKAIAIQggBCEAA0AgAAR/IAUgAyAAQQFrQQJ0aigCAEECdGooAgAgCEsFQQALBEAgAyAAQQJ0aiADIABBAWsiAEECdGooAgA2AgAMAQsLIAMgAEECdGogBDYCACAEQQFqIQQMAQsLA0AgASAGSwRAIAZBAnQiACAHaiAFIAAgA2ooAgBBAnRqKAIANgIAIAZBAWohBgwBCwsgByABEMYBQQAhAEEAIQQDQCAAIAFJBEBBCyAHIABBAnRqIgUoAgAiBiAGQQtPGyEGIAUgBjYCACAEQQFBCyAGa3RqIQQgAEEBaiEADAELC0EAIQADQCAEQYAQSwRAIAcgAEECdGoiBSgCACIGQQtJBEAgBEEBQQogBmt0ayEEIAUgBkEBajYCAAUgAEEBaiEACwwBCwsgASEAA0AgBEGAEEkEQCAHIABBAWsgAUEBayAAGyIAQQJ0aigCACIFQQFLBH8gBEEBQQsgBWt0akGAEE0FQQALBEAgByAAQQJ0aiAFQQFrNgIAIARBAUELIAVrdGohBAsMAQsLQQAhBgNAIAEgBksEQCACIAZBAnQiACADaigCAGogACAHaigCADoAACAGQQFqIQYMAQsLC/QDAQl/IABBQGshCCAAKAIcIgIgACgCCCIGQQF0IAZBAnRqQYjAAGpqIgMgACgCACABIAZsaiIFIAYgACgCECIKIAAoAhggAhBaQQN0aiEGA0AgAyAGSQRAIAMvAQAhCUEAIQIDQCACIAlJBEAgCCACIAVqLQAAQQJ0aiIHIAcoAgBBEGo2AgAgAkEBaiECDAELCyAIQYAIaiADEDFBAnRqIgIgAigCAEEQajYCACADEDIiAkH/AUcEQCAIQYAQaiACQQJ0aiICIAIoAgBBEGo2AgALIAUgCSADLwECamohBSADQQhqIQMMAQsLIAAoAgQgAUEBaksEQA8LIAAoAhghAQNAIARB6BRJBEAgBCAIaiICIAIoAgBBAWo2AgAgBEEEaiEEDAELCyAIQYACIApBEGogCBAtIAhBgAhqQYACIApBkAFqIAgQLSAIQYAQakGaASAKQZACaiAIEC0gCiABEDAgCEEAQegU/AsAIAAoAixBAWohASAAQQA2AiggACABNgIsIAFBAkkEQA8LIAogACgCDDYCBCAKIAooAghB4AJqaiECQcW78oh4IQEgCkEEaiEEA0AgAiAESwRAIAEgBC0AAHNBk4OACGwhASAEQQFqIQQMAQsLIAogATYCACAAQQM2AiQgAEEANgIoIABBADYCLAujBwINfwF+IAAoAhQiDEEHdiICIAAoAgQiAyACIANJGyEFIAFFBEAgACAAKAIwNgI0CyABIAVJBEAgAEFAayEHIAAoAgAhDSADIAFBAWpsIAVuIQ4gACgCCCELQSAhAiABIANsIAVuIQgDQCAIIA5JBEAgDSAIIAtsaiEJQQAhA0EAIQYDQCAGQQhqIAtNBEAgByAGIAlqKQMAQoCA1OCn6d/c+QB+QgyIIg9CI4inQQN0aiIEKAIAIA+nRgR/IAQvAQQFQQALIANqIQMgBkH6AGshBCAGQfsATwRAIAMgByAGIAlqQfsAaykDAEKAgNTgp+nf3PkAfkIMiCIPQiOIp0EDdGoiAygCACAPp0YEfyADLwEEBUEAC2shAwsgAiADSQR/QQEgBEEHcSAGQQFqQfsASRsFQQELRQRAIAQgCWohCiADIQILIAZBAWohBgwBCwsgCEEBaiEIDAELCyAKBEAgACgCMCICIAAoAhBB4AJqaiAKQYAB/AoAACAAIAJBgAFqNgIwQQAhAwNAIANB+wBJBEAgByADIApqIgQpAwBCgIDU4Kfp39z5AH5CDIgiD0IjiKdBA3RqIgIoAgAgD6dGBH8gAi8BBAVBAAsEQCAHIAQpAwBCgIDU4Kfp39z5AH5CL4inQQN0akEAOwEECyADQQFqIQMMAQsLCwsgACgCMCIDQYABaiAMSyICRSABQQFqIAVJcQRADwsgACgCLEEBaiEBIABBADYCKCAAIAE2AiwgAUEERiACcgR/QQEFIAMgACgCNEYLBEAgACgCGCEFIAAoAhAiASAAKAIwNgIIIAFB4AJqIQQgASgCCCEDIAVBgBVqQf8BQYCABPwLAEEAIQEDQCABQQRqIANNBEAgBUGAlQRqIAFBAXRqIAVBgBVqIAEgBGooAgBBsfPd8XlsQRF2QQF0aiICLwEAOwEAIAIgATsBACABQQFqIQEMAQsLQQAhAQNAIAFBgAJJBEAgBSABQQJ0akGAgIA4QYCAgCAgARs2AgAgAUEBaiEBDAELC0EAIQEDQCABQYACSQRAIAVBgAhqIAFBAnRqIAFBBnZBBGpBCkEBIAFBD3FBD0YbakEYdDYCACABQQFqIQEMAQsLQQAhAQNAIAFBmgFJBEAgBUGAEGogAUECdGpBgICAwABBgICA+AAgAUHaAEkbNgIAIAFBAWohAQwBCwsgAEFAa0EAQegU/AsAIABBAjYCJCAAQQA2AiggAEEANgIsCwu4DQIGfgR/IAcgBDYCACAHIAQgBWoiBDYCCCAHIAQ2AhAgByAGNgIYIAAhBANAIAIgA0kEQCACLwEAIQ4gAi8BAiEPQQAhBgNAIAYgDkkEQCABIAQgBmotAABBAnRqKAIAIgBBEHZB/wFxIQUgEEEBcQRAIABB//8Dca0gC6dB/wFxIgCthiALQgiIhCELIAAgBWohACAHKAIIIQUDQCAAQQhPBEAgBSALPAAAIAVBAWohBSALQgiIIQsgAEEIayEADAELCyAHIAU2AgggAK0gC0IIhoQhCwUgAEH//wNxrSAKp0H/AXEiAK2GIApCCIiEIQogACAFaiEAIAcoAgAhBQNAIABBCE8EQCAFIAo8AAAgBUEBaiEFIApCCIghCiAAQQhrIQAMAQsLIAcgBTYCACAArSAKQgiGhCEKCyAQQQFqIRAgBkEBaiEGDAELCyABQYAIaiACEDEiEUECdGooAgAiAEEQdkH/AXEhBSAAQf//A3GtIAlCCIggBa2GhCEMIAmnQf8BcSAFaiEGIAcoAhghBQNAIAZBCE8EQCAFQQFrIgUgDCAGQQhrIgatiDwAAAwBCwsgByAFNgIYIAxCASAGrSIJhkIBfYNCCIYgCYQhCSAOQQpPBH5BDyAOQQprIgAgAEEPTxsiAK0gCUIIiEIEhoQhDCAJp0H/AXFBBGohBiAHKAIYIQUDQCAGQQhPBEAgBUEBayIFIAwgBkEIayIGrYg8AAAMAQsLIAcgBTYCGCAMQgEgBq0iCYZCAX2DQgiGIAmEIQkgAEEPRgR+IA5BGWutIAlCCIhCEIaEIQwgCadB/wFxQRBqIQYgBygCGCEFA0AgBkEITwRAIAVBAWsiBSAMIAZBCGsiBq2IPAAADAELCyAHIAU2AhggDEIBIAatIgmGQgF9g0IIhiAJhAUgCQsFIA5BBk8EfiAOQQZrrSAJQgiIQgKGhCEMIAmnQf8BcUECaiEGIAcoAhghBQNAIAZBCE8EQCAFQQFrIgUgDCAGQQhrIgatiDwAAAwBCwsgByAFNgIYIAxCASAGrSIJhkIBfYNCCIYgCYQFIAkLCyEJIA8EQCARQQ9xIgBBoApqLQAAIQUgDyAAQZAKai0AAEECQQMgEUEQcRtqa60gCUIIiCAFrYaEIQwgCadB/wFxIAVqIQYgBygCGCEFA0AgBkEITwRAIAVBAWsiBSAMIAZBCGsiBq2IPAAADAELCyAHIAU2AhggDEIBIAatIgmGQgF9g0IIhiAJhCEJIAIQMiIAQf8BRwRAIAFBgBBqIABBAnRqKAIAIQUgAi8BBAJ/IABB2gBrQQp0IABB2gBPDQAaIABBNk8EQCAAQTZrIgZBA3FBBGogBkECdkEFanQMAQsgAEEma0EDdCAAQSdPDQAaIABBAWogAEEPSQ0AGiAAQQ9rIgZBAXFBAmogBkEBdkEDanQLa0EDQQAgAEHaAEkgAEE2T3Ebdq0gBUH//wNxrSAIQgiIIAVBEHZB/wFxIgWthoQhDSAIp0H/AXEgBWohBiAHKAIQIQUDQCAGQQhPBEAgBUEBayIFIA0gBkEIayIGrYg8AAAMAQsLIAcgBTYCECANQgEgBq0iCIZCAX2DQgiGIAiEIghCCIgCf0EKIABB2gBPDQAaIABBNmtBAnZBAmogAEE2Tw0AGkEAIABBD0kgAEEnT3INABogAEEPa0EBdkEDagsiAK2GhCEMIAinQf8BcSAAaiEAIAcoAhAhBgNAIABBCE8EQCAGQQFrIgYgDCAAQQhrIgCtiDwAAAwBCwsgByAGNgIQIAxCASAArSIIhkIBfYNCCIYgCIQhCAsLIAQgDiAPamohBCACQQhqIQIMAQsLIAqnQf8BcSIABEAgCkIIiCEKQQggAGsgAGohACAHKAIAIQEDQCAAQQhPBEAgASAKPAAAIAFBAWohASAKQgiIIQogAEEIayEADAELCyAHIAE2AgALIAunQf8BcSIABEAgC0IIiCEKQQggAGsgAGohACAHKAIIIQEDQCAAQQhPBEAgASAKPAAAIAFBAWohASAKQgiIIQogAEEIayEADAELCyAHIAE2AggLIAinQf8BcSIABEAgCEIIiEEIIABrIgGthiEIIAAgAWohACAHKAIQIQEDQCAAQQhPBEAgAUEBayIBIAggAEEIayIArYg8AAAMAQsLIAcgATYCEAsgCadB/wFxIgAEQCAJQgiIQQggAGsiAa2GIQggACABaiEAIAcoAhghAQNAIABBCE8EQCABQQFrIgEgCCAAQQhrIgCtiDwAAAwBCwsgByABNgIYCwvRBQIIfwF+QfwgKAIAIQADQCAABEAgAiAAQfwgKAIARgR/QfQgKAIABSAAQfQfagsgAGtBQGpBFG5qIQIgACgCACEADAELC0EAIQBB8CAoAgAhAQNAIAAgAk1BACABGwRAIABBAWohACABKAIEIQEMAQsLIABBhCEoAgBGBH9BgCEoAgAgAGogAkYFQQALRQRAQQAPC0H8ICgCACEBA0AgAQRAIAFB/CAoAgBGBH9B9CAoAgAFIAFB9B9qCyECIAFBQGshAAJAA0AgACACSQRAIAAoAgxB//8PcQ0CIABBFGohAAwBCwtBACEACwNAIAAEQCADQQFqIQMgBEEBaiAEIAAoAgwiAkGAgBBxGyEEIAJBFHZBB3FFIAAoAghFRwRAQQAPCyABQfwgKAIARgR/QfQgKAIABSABQfQfagshAiAAQRRqIAFBQGsgABshAAJAA0AgACACSQRAIAAoAgxB//8PcQ0CIABBFGohAAwBCwtBACEACwwBCwsgASgCACEBDAELCyADQYAhKAIARgR/IARB3CEoAgBGBUEACwR/QQAhAEEAIQIDQCAAQdghKAIASQRAQdAhKAIAIABBEHZBAnRqKAIAIABBBnZB/wdxQQJ0aigCACAAQT9xQQZ0aiEBA0AgAQRAIAH9AAQw/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZEH/H3FBf3NB/x9xIQMDQCADBEAgAkEBaiACQX9B2CEoAgAiB0EBa2d2IgJBwCYpAwAgASADaEECdGooAgAiBSkDAIUiCEIhiCAIhULP1tO+0ser2UJ+IghCHYggCIVC+fPd8Zn2masWfiIIQiCIIAiFp3EiBiAGIAJBAXZxIAYgB0kbIABGQQAgBSgCDCICQYCAEHFBACACQf//D3EbGxshAiADIANBAWtxIQMMAQsLIAEoAjwhAQwBCwsgAEEBaiEADAELCyACIARGBUEACwvKFQIIfwJ+QaAgKAIAIQdBnCAoAgAhAwJAA0AgAiAHTUEAIAMbBEAgA0GYICgCAE8Ef0EBBSADIAMgA0GQICgCAGtBlCAoAgBwa0cLDQIgAygCBCADQQFyRw0CIAMoAgAhAyACQQFqIQIMAQsLIANFIAIgB0ZBmCA1AgA/AKxCEIZYcXEhAAsgAEUEQEEBDwsCQANAIARBuCEoAgBJBEBBsCEoAgAgBEEQdkECdGooAgAgBEEGdkH/B3FBAnRqKAIAIARBP3FBBnRqIQADQCAABEBBACEDA0AgACADQQxsaiICQQAgA0EFSQR/IAIoAgQFQQALGwRAIAAgA0EMbGoiAkEAIANBBUkEfyACKAIEBUEACxsiAigCBCACKAIAEAAgAkcNBiADQQFqIQMMAQsLIAEgA2ohASAAKAI8IgIEfyADQQVJIgcEfyAHBSACQQAgAigCBBtFCwVBAAsNBANAIANBBUkEQCAAIANBDGxqKAIEDQYgA0EBaiEDDAELCyAAKAI8IQAMAQsLIARBAWohBAwBCwsgAUG8ISgCAEYhBQsgBUUEQEECDwsQywFFBEBBAw8LQQAhAEHcICgCACEBA0AgAQRAIAAgAUHcICgCAEYEf0HUICgCAAUgAUGAIGoLIAFrQUBqQQZ2aiEAIAEoAgAhAQwBCwtBACEBQdAgKAIAIQIDQCAAIAFPQQAgAhsEQCABQQFqIQEgAigCBCECDAELCyABQeQgKAIARgR/QeAgKAIAIAFqIABGBUEACwR/QQAhAkEAIQADQCACQfgyKAIASQRAQfAyKAIAIAJBEHZBAnRqKAIAIAJBBnZB/wdxQQJ0aigCACACQT9xQQZ0aigCPCEDA0AgAwRAIABBAWohACADKAI8IQMMAQsLIAJBAWohAgwBCwtB4CAoAgAgAEEAIQJBACEAA0AgAkG4ISgCAEkEQEGwISgCACACQRB2QQJ0aigCACACQQZ2Qf8HcUECdGooAgAgAkE/cUEGdGooAjwhAwNAIAMEQCAAQQFqIQAgAygCPCEDDAELCyACQQFqIQIMAQsLIAAhBEEAIQJBACEAA0AgAkHYISgCAEkEQEHQISgCACACQRB2QQJ0aigCACACQQZ2Qf8HcUECdGooAgAgAkE/cUEGdGooAjwhAwNAIAMEQCAAQQFqIQAgAygCPCEDDAELCyACQQFqIQIMAQsLIAAgBGpqRgVBAAtFBEBBBA8LQQAhAEGcISgCACEBA0AgAQRAIAAgAUGcISgCAEYEf0GUISgCAAUgAUGAIGoLIAFrQUBqQTBuaiEAIAEoAgAhAQwBCwtBACEBQZAhKAIAIQIDQCAAIAFPQQAgAhsEQCABQQFqIQEgAigCBCECDAELCwJAIAFBpCEoAgBGBH9BoCEoAgAgAWogAEYFQQALRQ0AQZwhKAIAIQMDQCADBEAgA0GcISgCAEYEf0GUISgCAAUgA0GAIGoLIQAgA0FAayECA0AgACACSwRAIAIEfyACKAIAQQFGBUEACyIBBH8gAigCHAUgAQsEfyACKAIcIgFBgIDAAE8Ef0EABUHwISgCAAsEf0HwISgCACABQQp2QQJ0aigCACIEBH8gBCABQf8HcUECdGooAgAFQQALBUEACyACRwVBAAsNBCACQTBqIQIMAQsLIAMoAgAhAwwBCwtBASEGCyAGBH9BACEAQZwhKAIAIQMDQCADBEAgA0GcISgCAEYEf0GUISgCAAUgA0GAIGoLIQEgA0FAayECA0AgASACSwRAIAIEfyACKAIAQQFGBUEACwRAIAAgAigCDGohAAsgAkEwaiECDAELCyADKAIAIQMMAQsLQbwhKAIAIABHBUEBCwRAQQUPCxDOAUUEQEEPDwtBmDMoAgBBvCYoAgBBnCIoAgBByCAoAgBB//8/cUHEICgCAEHAICgCAGtBDHZqQZQgKAIAIgBBDHZuampqQZggKAIAQZAgKAIAayAAbkGgICgCAGtHBEBBBg8LEM0BIgAEQCAADwtBACEBQQAhAAJ/A0AgAEH4MigCAEkEQEHwMigCACAAQRB2QQJ0aigCACAAQQZ2Qf8HcUECdGooAgAgAEE/cUEGdGohAwNAIAMEQCADIQIDQCACIANBOGpJBEAgAigCACIEBEBBACAEKAIkIAQpAygQBCAERw0HGiABQQFqIQELIAJBCGohAgwBCwsgAygCPCEDDAELCyAAQQFqIQAMAQsLIAFB/DIoAgBGC0UEQEESDwsQ0AFFBEBBEw8LQQAhBQJAEEdFDQBBABADIQMDQCADBEBBASEBA0AgAUECTQRAIAFBBHQgA2pBBGsoAgAhAANAIAAEQCAAKAIMIAAoAhAQACICBH8gACACKAIIIgJBAWtBACACQQFxG0cFQQELBH9BAAUgACgCACgCDEH//w9xC0UNBiAAKAIMKAIgIgIEfyACKAIIBUEACyADRw0GIAAEfyAAKAIIBSABQQR0IANqQQRrKAIACyEADAELCyABQQFqIQEMAQsLIAMQAyEDDAELC0EAIQJBACEBA0AgAUG4ISgCAEkEQEGwISgCACABQRB2QQJ0aigCACABQQZ2Qf8HcUECdGooAgAgAUE/cUEGdGohAANAIAAEQEEAIQMDQCADQQVJIgQEQCACQQFqIAIgACADQQxsaiICQQAgBAR/IAIoAgQFQQALGyICBH8gAigCCCICQQFrQQAgAkEBcRsFQQALGyECIANBAWohAwwBCwsgACgCPCEADAELCyABQQFqIQEMAQsLQbAyKAIAIAJGIQULIAVFBEBBEA8LQQAhAEHMMigCACEBA0AgAQRAIAAgAUHMMigCAEYEf0HEMigCAAUgAUGAIGoLIAFrQUBqQThuaiEAIAEoAgAhAQwBCwtBACEBQcAyKAIAIQIDQCAAIAFPQQAgAhsEQCABQQFqIQEgAigCBCECDAELC0EAIQUCQCABQdQyKAIARgR/QdAyKAIAIAFqIABGBUEAC0UNAEEAEBshAwNAIAMEQEEAIQJBACEAA0AgAEG4ISgCAEkEQEGwISgCACAAQRB2QQJ0aigCACAAQQZ2Qf8HcUECdGooAgAgAEE/cUEGdGohBANAIAQEQEEAIQEDQCABQQVJIgYEQCACQQFqIAIgBCABQQxsaiICQQAgBgR/IAIoAgQFQQALGyICBH8gAyACKAIEKAIgRgVBAAsbIQIgAUEBaiEBDAELCyAEKAI8IQQMAQsLIABBAWohAAwBCwsgAiADKAIQRwR/QQEFIAIgAygCMEsLDQIgAygCGCADKAI0Sw0CIAMQGyEDDAELC0EBIQULIAVFBEBBEQ8LQQEhAEF/EGBB/CAoAgAhAwNAIAMEQCADQfwgKAIARgR/QfQgKAIABSADQfQfagshASADQUBrIQICQANAIAEgAksEQCACKAIMQf//D3ENAiACQRRqIQIMAQsLQQAhAgtBACAAIAIbIQAgAygCACEDDAELC0EBEGAgAEUEQEEMDwsCf0EAQYAoKQMAQYgoKQMAIghBoCkpAwBBoCgpAwBBkCgpAwBBmCgpAwB8fHx8Ug0AGkEAQcApKQMAIglB2CopAwBWDQAaIAkgCEGAKSkDAHxBkCkpAwBBiCkpAwBB4CgpAwBB2CgpAwBByCgpAwBB0CgpAwB8fHx8fH1RC0UEQEENDwsQzwFFBEBBDg8LQQALqAUCCn8BfgJAA0AgAkExSQRAIAJBAnRBqCJqKAIAIgENAiACQQFqIQIMAQsLQQAhAQsDQCABBEAgB0EBaiIHQZwiKAIASwR/QQAFIAEoAhghBCABKAIcIQMCf0EAIAEoAhAiAkGQIigCACIASw0AGkEAIAEoAiAgACACa0cEf0EBBUGQIigCACABKAIQa0GUIigCAHYiAEEhTwR/QTAgAEEFdkEgaiIAIABBME8bBSAACyAERwsNABpBAEGAIikDAEIBIASthoNQDQAaQQAgA0F/RiIAIAEoAhQgASgCEEFAakZHDQAaIAAEf0EBBUGIIikDAEIBIAOthoNCAFILCwtFBEBBBw8LIAEgASgCEGohBEEAIQBBACEIIAFBQGshCQNAIAQgCUsEQEEAIAkoAgAiAiACQQFxGyIDBEAgA0GQICgCAE8Ef0GYIDUCACADrUIUfFoFQQALRQRAQQgPCyADKAIMIgJBgIAgcUEBIAJB//8PcRsEf0EBBSADKAIIIAlBBGpHCwRAQQgPCyAAIAMvARJBCGpBfHEiAmohACAKQgF8IQoFIAggCSgCAEEBdiICaiEICyACRQRAQQoPCyACIAlqIQkMAQsLQQAgACAEIAlHBH9BAQUgACABKAIURwsEf0EBBSAIIAEoAhBBQGogASgCFGtHCxtFBEBBCg8LIAAgBmohBiAFQZAiKAIAIAEoAhBraiEFAkAgAQR/IAEoAgAiAA0BIAEoAhhBAWoFQQALIQIDQCACQTFJBEAgAkECdEGoImooAgAiAA0CIAJBAWohAgwBCwtBACEACyAAIQEMAQsLIAdBnCIoAgBHBEBBBw8LIAZBoCIoAgBHBH9BAQUgBUGkIigCAEcLBEBBCg8LQQtBAEHYKSkDACAKQbAmNQIAfFIbC+kDAQZ/QbwmKAIAQQ9sIQVBqCYoAgAhAAJAA0AgBCAFTUEAIAAbBEAgAEGkJigCAGooAgAgAUcEf0EABSAAQaQmKAIAaigCCAtFDQIgBEEBaiEEIAAiAUGkJigCAGooAgQhAAwBCwtBACEAQbQmKAIAIQMDQCAAIAVNQQAgAxsEQCADQaQmKAIAaiECQQAhAyACKAIIDQIgAigCACEDIABBAWohAAwBCwsgACAEaiAFRiEAIAFBrCYoAgBGBH8gBEGwJigCAEYFQQALIABxIQMLIAMEf0HgKSkDAEGwJjUCAFIFQQELBEBBAA8LQagmKAIAIQMDQCADBEAgA0GkJigCAGooAggiAkGQICgCAE8Ef0GYIDUCACACrUIUfFoFQQALBH8gAigCDEGAgCBxBUEACwR/IAMgAigCCEcFQQELBEBBAA8LIAIoAgxBFHZBB3FBAUcEf0EBBSACLwESIAIvARBHCwRAQQAPCyACKAIMQf//D3FBAUcEf0EBBSACKAIMQYCAEHELBEBBAA8LIANBpCYoAgBqIgAoAgwgACgCEBAAIgEEfyABKAIIIgBBAWtBACAAQQFxGyIABH8gACgCAAUgASgCCAsgAkcFQQELBEBBAA8LIANBpCYoAgBqKAIEIQMMAQsLQQEL2AMCA38JfkH8ICgCACEBA0AgAQRAIAFB/CAoAgBGBH9B9CAoAgAFIAFB9B9qCyECIAFBQGshAAJAA0AgACACSQRAIAAoAgxB//8PcQ0CIABBFGohAAwBCwtBACEACwNAIAAEQCAAKAIMIgJB//8Pca0iByADfCEDIAggAC8BEEEBaq0iCyAHfnwhCAJAIAJBFHZBB3FFBEAgBCAHfCEEDAELIAVCAXwhBSAJIAt8IQkgCiAALwESQQFqrXwhCiAGQgF8IAYgACgCDEGAgCBxBH9BAAUgAC8BEkEBaiAALwEQQQFqIgIgAkEDdmtLCxshBgsgAUH8ICgCAEYEf0H0ICgCAAUgAUH0H2oLIQIgAEEUaiABQUBrIAAbIQACQANAIAAgAkkEQCAAKAIMQf//D3ENAiAAQRRqIQAMAQsLQQAhAAsMAQsLIAEoAgAhAQwBCwsgA0HAKSkDAFEEfyADQbwhNQIAUQVBAAsEfyAEQcgpKQMAUQVBAAsEfyAFQdgpKQMAUQVBAAsEf0HQKSkDACADIAR9IAV9UQVBAAsEfyAGQegpKQMAUQVBAAsEfyAIQfApKQMAUQVBAAsEfyAJQfgpKQMAUQVBAAsEfyAKQYAqKQMAUQVBAAsLhAcBBn9BASEAA0AgAEH/AE0Ef0GUMygCACICBH8gAiAAQQR0aigCAAVBAAsFQQELRQRAIABBAWohAAwBCwsgAEEAIABB/wBNGyEAAkADQCAABEBBlDMoAgAiAgR/IAIgAEEEdGooAgAFQQALIgIgAigCCEHgAmoQGkUNAiABQQFqIQEgAEEBaiEAA0AgAEH/AE0Ef0GUMygCACICBH8gAiAAQQR0aigCAAVBAAsFQQELRQRAIABBAWohAAwBCwsgAEEAIABB/wBNGyEADAELCyABQZgzKAIARiEDCyADRQRAQQAPC0H8ICgCACEAA0AgAARAIABB/CAoAgBGBH9B9CAoAgAFIABB9B9qCyECIABBQGshAQJAA0AgASACSQRAIAEoAgxB//8PcQ0CIAFBFGohAQwBCwtBACEBCwNAIAEEQCABKAIMIgJBGXYhAyACQRR2QQdxQQNGIANBAEdHBEBBAA8LIAMEf0GUMygCACICBH8gAiADQQR0aigCAAVBAAsFQQELRQRAQQAPCyAEQQFqIAQgAxshBCAAQfwgKAIARgR/QfQgKAIABSAAQfQfagshAiABQRRqIABBQGsgARshAQJAA0AgASACSQRAIAEoAgxB//8PcQ0CIAFBFGohAQwBCwtBACEBCwwBCwsgACgCACEADAELC0EBIQADQCAAQf8ATQR/QZQzKAIAIgEEfyABIABBBHRqKAIABUEACwVBAQtFBEAgAEEBaiEADAELCyAAQQAgAEH/AE0bIQIDQCACBEBBACEDQfwgKAIAIQADQCAABEAgAEH8ICgCAEYEf0H0ICgCAAUgAEH0H2oLIQUgAEFAayEBAkADQCABIAVJBEAgASgCDEH//w9xDQIgAUEUaiEBDAELC0EAIQELA0AgAQRAIANBAWogAyACIAEoAgxBGXZGGyEDIABB/CAoAgBGBH9B9CAoAgAFIABB9B9qCyEFIAFBFGogAEFAayABGyEBAkADQCABIAVJBEAgASgCDEH//w9xDQIgAUEUaiEBDAELC0EAIQELDAELCyAAKAIAIQAMAQsLIANBlDMoAgAgAkEEdGooAghHBEBBAA8LIAJBAWohAANAIABB/wBNBH9BlDMoAgAiAQR/IAEgAEEEdGooAgAFQQALBUEBC0UEQCAAQQFqIQAMAQsLIABBACAAQf8ATRshAgwBCwsQVSAERgsLlgkcAEGhCAveAQEAAQABAAEAAQABAAEAAQABAgABAgABAgABAgABAgAAAQIDAAECAwABAgMAAQIDAAECAwQAAQIDBAABAgMEAAABAgMEBQABAgMEBQABAgMAAQIDBAUGAAECAwQFBgABAAECAwQFBgcAAQIDBAUGBwABAgMEBQYHCAABAgMEBQYAAQIDBAUGBwgJAAECAwQFAAECAwQFBgcICQoAAQIDBAABAgMEBQYHCAkKCwABAgMAAQIDBAUGBwgJCgsMAAECAAECAwQFBgcICQoLDA0AAQABAgMEBQYHCAkKCwwNDgBBgQoLDxAQDxAPDA4QCQoLDA0ODwBBkQoLDwECAwQFBgcICQoOEhoqagBBqgoLBgICAwQGEABB0QoL7wEBAAEAAQABAAEAAQABAAEAAQIAAQIAAQIAAQIAAQIAAAECAwABAgMAAQIDAAECAwABAgMEAAECAwQAAQIDBAAAAQIDBAUAAQIDBAUAAQIDAAECAwQFBgABAgMEBQYAAQABAgMEBQYHAAECAwQFBgcAAQIDBAUGBwgAAQIDBAUGAAECAwQFBgcICQABAgMEBQABAgMEBQYHCAkKAAECAwQAAQIDBAUGBwgJCgsAAQIDAAECAwQFBgcICQoLDAABAgABAgMEBQYHCAkKCwwNAAEAAQIDBAUGBwgJCgsMDQ4AAAECAwQFBgcICQoLDA0ODwBBwQwLEBAQDxAPDA4QCQoLDA0ODxAAQdwMCwE8AEHoDAsnAgAAACAAAABhAHMAcwBlAG0AYgBsAHkALwBzAGwAYQBiAC4AdABzAEGcDQsBPABBqA0LKwIAAAAkAAAAYQBzAHMAZQBtAGIAbAB5AC8AZgByAGEAbQBlAHMALgB0AHMAQdwNCwE8AEHoDQsrAgAAACQAAABhAHMAcwBlAG0AYgBsAHkALwBlAG4AZwBpAG4AZQAuAHQAcwBBnA4LATwAQagOCysCAAAAJAAAAGEAcwBzAGUAbQBiAGwAeQAvAGIAbwBkAGkAZQBzAC4AdABzAEHcDgsBPABB6A4LLQIAAAAmAAAAYQBzAHMAZQBtAGIAbAB5AC8AYwBsAGkAZQBuAHQAcwAuAHQAcwBBnA8LATwAQagPCykCAAAAIgAAAGEAcwBzAGUAbQBiAGwAeQAvAG0AbwB2AGUAcgAuAHQAcwBB3A8LATwAQegPCy0CAAAAJgAAAGEAcwBzAGUAbQBiAGwAeQAvAG4AdQByAHMAZQByAHkALgB0AHMAQZwQCwE8AEGoEAspAgAAACIAAABhAHMAcwBlAG0AYgBsAHkALwBvAHIAZABlAHIALgB0AHMAQdwQCwE8AEHoEAspAgAAACIAAABhAHMAcwBlAG0AYgBsAHkALwBhAHIAZQBhAHMALgB0AHMAQZwRCwFMAEGoEQs3AgAAADAAAABhAHMAcwBlAG0AYgBsAHkALwBkAGkAYwB0AGkAbwBuAGEAcgBpAGUAcwAuAHQAcwBB7BELATwAQfgRCysCAAAAJAAAAGEAcwBzAGUAbQBiAGwAeQAvAGkAbgBvAGQAZQBzAC4AdABz");

// src/cli/doors.ts
var WASM_PAGE_BYTES = 65536;
function openPasses(pages, pageSize2) {
  const engine = new WebAssembly.Instance(new WebAssembly.Module(doors_default)).exports;
  const count = pages.length / pageSize2;
  const slack = 4096;
  const limit = pageSize2 + Math.ceil(pageSize2 / 255) + 16;
  const tableBytes = engine.ENCODER_TABLE_BYTES?.value;
  if (!engine.init(pageSize2, 16384, 0, 1, 2)) throw new Error("the engine has no memory");
  const room = pages.length + count * limit + 4 * count + pageSize2 + tableBytes + 5 * slack;
  const ground = engine.door_grow(Math.ceil(room / WASM_PAGE_BYTES) + 1);
  const from = ground + slack;
  const table = from + pages.length + slack;
  const target = table + tableBytes + slack;
  const lengths = target + pageSize2 + slack;
  const blocks = lengths + 4 * count + slack;
  const memory = Buffer.from(engine.memory.buffer);
  pages.copy(memory, from);
  const lengthOf = (i) => memory.readUInt32LE(lengths + 4 * i);
  const timed = (pass) => {
    const before = performance.now();
    pass();
    return 1e6 * (performance.now() - before);
  };
  return {
    count,
    encode: () => timed(() => engine.door_encode_all(from, count, pageSize2, blocks, limit, table, lengths)),
    decode: () => timed(() => engine.door_decode_all(blocks, count, pageSize2, target, lengths)),
    hash: () => timed(() => engine.door_hash_all(from, count, pageSize2)),
    copy: () => timed(() => engine.door_copy_all(from, count, pageSize2, target)),
    verify() {
      let block = blocks;
      for (let i = 0; i < count; i++) {
        const length = engine.door_decode(block, lengthOf(i), target, pageSize2);
        const page = pages.subarray(i * pageSize2, (i + 1) * pageSize2);
        if (length !== pageSize2 || page.compare(memory, target, target + pageSize2) !== 0)
          throw new Error(`page ${i} does not come back from its block`);
        block += lengthOf(i);
      }
    },
    bytes() {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += Math.min(lengthOf(i), pageSize2);
      return sum;
    }
  };
}
function openParts(pages, pageSize2) {
  const engine = new WebAssembly.Instance(new WebAssembly.Module(doors_default)).exports;
  const constant = (name) => engine[name]?.value;
  const slack = constant("SLACK_BYTES");
  const stride = pageSize2 + slack;
  const spareWasmPages = Math.ceil((stride * (2 * pages.length + 2) + constant("ENCODER_TABLE_BYTES")) / WASM_PAGE_BYTES) + 1;
  if (!engine.init(pageSize2, 16384, 0, 1, 2)) throw new Error("the engine has no memory");
  const ground = engine.door_grow(16384 + spareWasmPages) + 16384 * WASM_PAGE_BYTES;
  const sources = pages.map((_, i) => ground + i * stride);
  const blocks = pages.map((_, i) => ground + (pages.length + i) * stride);
  const scratch = ground + 2 * pages.length * stride;
  const table = scratch + stride;
  const memory = new Uint8Array(engine.memory.buffer);
  for (const [i, page] of pages.entries()) memory.set(page, sources[i]);
  const limit = pageSize2 - (pageSize2 >> 3);
  const encode = (i, target) => engine.door_encode(sources[i], pageSize2, target, limit, table);
  const lengths = blocks.map((block, i) => encode(i, block));
  const places = [];
  return {
    count: pages.length,
    hash: (i) => engine.door_hash(sources[i], pageSize2, 0, 0),
    fillDetect: (i) => engine.door_fill_detect(sources[i], pageSize2),
    encode: (i) => encode(i, scratch),
    decode: (i) => engine.door_decode(blocks[i], lengths[i], scratch, pageSize2),
    slot(i) {
      const bytes = lengths[i] || pageSize2;
      const before = places[i];
      if (before !== void 0) engine.door_slot_give(before, bytes);
      places[i] = engine.door_slot_take(bytes);
    }
  };
}

// src/cli/benches.ts
var PAGE_COUNT = 256;
var KEY_COUNT = 4096;
var BATCH = 16;
function distinctPages(set) {
  const maxBytes = 2 ** 20 + 4 * PAGE_COUNT * set.pageSize;
  const pool = Spillway.openSync({ maxBytes, pageSize: set.pageSize, incompressible: "refuse" });
  const swap = pool.frontswap();
  swap.init(0);
  const pages = [];
  for (let i = 0; i < set.count && pages.length < PAGE_COUNT; i++) {
    const page = set.page(i);
    if (page.length === set.pageSize && swap.store(0, i, page) && pool.stats().bodies > pages.length)
      pages.push(page);
  }
  pool.close();
  if (pages.length === 0) throw new UserError(`${set.name}: no full page that compresses`);
  return pages;
}
function partBenches(pages, pageSize2) {
  const parts = openParts(pages, pageSize2);
  const filled = openParts([Buffer.alloc(pageSize2, 7)], pageSize2);
  const random = openParts([noise(pageSize2)], pageSize2);
  const next = round(parts.count);
  return [
    single("hash", () => parts.hash(next())),
    single("same-filled test, ordinary page", () => parts.fillDetect(next())),
    single("same-filled test, same-filled page", () => filled.fillDetect(0)),
    single("encode", () => parts.encode(next())),
    single("encode, incompressible page", () => random.encode(0)),
    single("decode", () => parts.decode(next())),
    single("slab allocate and free", () => parts.slot(next()))
  ];
}
function poolBenches(pages, pageSize2) {
  const key = round(KEY_COUNT);
  const next = round(pages.length);
  const pageOf = () => pages[next()];
  const filled = Buffer.alloc(pageSize2, 7);
  const random = noise(pageSize2);
  const target = Buffer.alloc(pageSize2);
  const batch = pages.slice(0, BATCH).map(() => Buffer.alloc(pageSize2));
  const offsets = batch.map((_, i) => i);
  const [fresh, twice, same, poor, kept] = [
    open(pageSize2),
    open(pageSize2),
    open(pageSize2),
    open(pageSize2),
    open(pageSize2)
  ];
  for (const [i, page] of pages.entries()) {
    twice.store(0, KEY_COUNT + i, page);
    kept.store(0, i, page);
  }
  let stamp = 0;
  const stamped = (page, swap) => {
    page.writeDoubleLE(++stamp, page.length >> 1);
    return swap.store(0, key(), page);
  };
  const copies = pages.map((page) => Buffer.from(page));
  return [
    single("store, fresh page", () => stamped(copies[next()], fresh)),
    single("store, duplicate page", () => twice.store(0, key(), pageOf())),
    single("store, same-filled page", () => same.store(0, key(), filled)),
    single("store, incompressible page", () => stamped(random, poor)),
    single("load", () => kept.load(0, next(), target)),
    {
      name: `load, ${batch.length} pages a call`,
      pagesPerCall: batch.length,
      operation: () => kept.loadMany(0, offsets, batch)
    }
  ];
}
function single(name, operation) {
  return { name, pagesPerCall: 1, operation };
}
function round(count) {
  let i = -1;
  return () => {
    i = i + 1 === count ? 0 : i + 1;
    return i;
  };
}
function noise(length) {
  return crypto.getRandomValues(Buffer.alloc(length));
}
function open(pageSize2) {
  const swap = Spillway.openSync({ maxBytes: 4 * KEY_COUNT * pageSize2, pageSize: pageSize2 }).frontswap();
  swap.init(0);
  return swap;
}

// src/cli/codec.ts
var import_cli_table3 = __toESM(require_cli_table3(), 1);
import { writeFileSync as writeFileSync2 } from "node:fs";
import { join as join4 } from "node:path";

// src/cli/files.ts
import { closeSync, fstatSync, openSync } from "node:fs";
import { basename } from "node:path";

// src/cli/pages.ts
import { readSync } from "node:fs";
var RUN_PAGES = 64;
function readPages(name, source, extents, pageSize2, maxPages) {
  const available = extents.reduce((sum, extent) => sum + pagesIn(extent, pageSize2), 0);
  const bytes = Buffer.allocUnsafeSlow(Math.min(available, maxPages) * pageSize2);
  const ends = [];
  let filled = 0;
  let unreadable = 0;
  for (const piece of chosenPieces(extents, pageSize2, maxPages, available)) {
    const got = readPiece(piece, bytes.subarray(filled, filled + piece.bytes));
    const kept = got === piece.bytes ? got : got - got % pageSize2;
    for (let at = 0; at < kept; at += pageSize2) ends.push(filled + Math.min(at + pageSize2, kept));
    unreadable += Math.ceil((piece.bytes - kept) / pageSize2);
    filled += kept;
  }
  return {
    name,
    source,
    pageSize: pageSize2,
    bytes: bytes.subarray(0, filled),
    count: ends.length,
    available,
    unreadable,
    page: (index) => bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index])
  };
}
function pagesIn(extent, pageSize2) {
  return Math.ceil(extent.bytes / pageSize2);
}
function* chosenPieces(extents, pageSize2, maxPages, available) {
  const runs = evenRuns(available, maxPages);
  let run = runs.next();
  let first = 0;
  for (const extent of extents) {
    const end = first + pagesIn(extent, pageSize2);
    while (!run.done && run.value.from < end) {
      const from = Math.max(run.value.from, first);
      const to = Math.min(run.value.to, end);
      const at = (from - first) * pageSize2;
      yield {
        fd: extent.fd,
        at: extent.at + at,
        bytes: Math.min((to - first) * pageSize2, extent.bytes) - at
      };
      if (run.value.to > end) break;
      run = runs.next();
    }
    first = end;
  }
}
function* evenRuns(available, wanted) {
  const count = Math.ceil(Math.min(available, wanted) / RUN_PAGES);
  const stretch = (total, run) => Math.floor(total * run / count);
  for (let run = 0; run < count; run++) {
    const from = stretch(available, run);
    const end = stretch(available, run + 1);
    const length = wanted < available ? stretch(wanted, run + 1) - stretch(wanted, run) : end - from;
    yield { from, to: Math.min(from + length, end) };
  }
}
function readPiece(piece, target) {
  let filled = 0;
  while (filled < piece.bytes) {
    const got = readOnce(piece.fd, target.subarray(filled), piece.at + filled);
    if (got === 0) break;
    filled += got;
  }
  return filled;
}
function readOnce(fd, target, at) {
  try {
    return readSync(fd, target, 0, target.length, at);
  } catch {
    return 0;
  }
}

// src/cli/files.ts
function filePages(paths, pageSize2, maxPages) {
  const extents = [];
  try {
    for (const path of paths) extents.push(openFile(path));
    const first = basename(paths[0] ?? "");
    const name = paths.length === 1 ? first : `${first} and ${paths.length - 1} more`;
    const pages = readPages(
      name,
      paths.length === 1 ? `the file ${first}` : `${paths.length} files`,
      extents,
      pageSize2,
      maxPages
    );
    if (pages.available === 0) throw new UserError(`${name}: no bytes to measure`);
    if (pages.unreadable > 0) throw new UserError(`${name}: ${pages.unreadable} pages could not be read`);
    return pages;
  } finally {
    for (const { fd } of extents) closeSync(fd);
  }
}
function openFile(path) {
  const fd = attempt(path, () => openSync(path, "r"));
  const stat = fstatSync(fd);
  if (stat.isFile()) return { fd, at: 0, bytes: stat.size };
  closeSync(fd);
  throw new UserError(
    `cannot read ${path}: ${stat.isDirectory() ? "it is a directory" : "it is not a regular file"}`
  );
}
function attempt(path, call) {
  try {
    return call();
  } catch (error) {
    throw new UserError(`cannot read ${path}: ${reason(error)}`);
  }
}

// src/cli/live.ts
import { spawn as spawn2, spawnSync } from "node:child_process";
import { once as once2 } from "node:events";
import { mkdtempSync as mkdtempSync2, readdirSync, readFileSync as readFileSync3, rmSync as rmSync2 } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join2 } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// src/cli/child.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// src/cli/memory.ts
import { closeSync as closeSync2, existsSync, openSync as openSync2, readFileSync as readFileSync2, readSync as readSync2 } from "node:fs";
function memoryPages(pid, source, pageSize2, maxPages) {
  const ranges = anonymousRanges(procFile(pid, "maps", (path) => readFileSync2(path, "utf8")));
  const pagemap = procFile(pid, "pagemap", (path) => openSync2(path, "r"));
  const systemPage = systemPageBytes();
  try {
    const memory = procFile(pid, "mem", (path) => openSync2(path, "r"));
    try {
      const extents = ranges.flatMap(
        (range) => wholePages(residentRanges(range, pagemap, systemPage), memory, pageSize2)
      );
      const pages = readPages(`process ${pid}`, source, extents, pageSize2, maxPages);
      if (pages.count === 0) throw new UserError(`process ${pid} has no private memory that can be read`);
      return pages;
    } finally {
      closeSync2(memory);
    }
  } finally {
    closeSync2(pagemap);
  }
}
function processName(pid) {
  return procFile(pid, "comm", (path) => readFileSync2(path, "utf8")).trim();
}
var MemoryDenied = class extends UserError {
};
function procFile(pid, name, open2) {
  try {
    return open2(`/proc/${pid}/${name}`);
  } catch (error) {
    if (systemCode(error) === "ESRCH" || !existsSync(`/proc/${pid}`)) {
      throw new UserError(`no process ${pid}`);
    }
    const hint = "it takes the same user and the right to trace";
    throw new MemoryDenied(`cannot read the memory of process ${pid}: ${reason(error)} (${hint})`);
  }
}
var MAPPING = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ (\d+) *(.*)$/;
var ANONYMOUS = /^$|^\[heap\]$|^\[stack|^\[anon:/;
function anonymousRanges(maps) {
  const ranges = [];
  for (const line of maps.split("\n")) {
    const [, start = "", end = "", permissions = "", inode, name = ""] = MAPPING.exec(line) ?? [];
    if (!/^rw.p$/.test(permissions) || inode !== "0" || !ANONYMOUS.test(name)) continue;
    ranges.push({ start: Number.parseInt(start, 16), end: Number.parseInt(end, 16) });
  }
  return ranges.filter(({ end }) => Number.isSafeInteger(end));
}
var PAGEMAP_ENTRY_BYTES = 8;
var PRESENT_BYTE = 7;
var PRESENT_BIT = 128;
var PAGEMAP_ENTRIES = 65536;
function wholePages(resident, memory, pageSize2) {
  const extents = [];
  for (const { start, end } of resident) {
    const bytes = end - start - (end - start) % pageSize2;
    if (bytes > 0) extents.push({ fd: memory, at: start, bytes });
  }
  return extents;
}
function* residentRanges(range, pagemap, systemPage) {
  let start = -1;
  for (let address = range.start; address < range.end; address += PAGEMAP_ENTRIES * systemPage) {
    const count = Math.min(PAGEMAP_ENTRIES, (range.end - address) / systemPage);
    const entries = Buffer.alloc(count * PAGEMAP_ENTRY_BYTES);
    readSync2(pagemap, entries, 0, entries.length, address / systemPage * PAGEMAP_ENTRY_BYTES);
    for (let i = 0; i < count; i++) {
      const present = (entries[i * PAGEMAP_ENTRY_BYTES + PRESENT_BYTE] & PRESENT_BIT) !== 0;
      const inside = start >= 0;
      if (present === inside) continue;
      const here = address + i * systemPage;
      if (!present) yield { start, end: here };
      start = present ? here : -1;
    }
  }
  if (start >= 0) yield { start, end: range.end };
}
var AT_PAGESZ = 6n;
function systemPageBytes() {
  const vector = readFileSync2("/proc/self/auxv");
  for (let at = 0; at + 16 <= vector.length; at += 16) {
    if (vector.readBigUInt64LE(at) === AT_PAGESZ) return Number(vector.readBigUInt64LE(at + 8));
  }
  return 4096;
}

// src/cli/child.ts
var PATIENCE_MILLIS = 12e4;
var ENDING_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
var RESIDENT_MIB = 160;
var SNAPSHOT_RESIDENT_MIB = 120;
async function childPages(pageSize2, maxPages) {
  const showsMemory = process.platform === "linux";
  const pages = await withWorkload(showsMemory ? RESIDENT_MIB : SNAPSHOT_RESIDENT_MIB, async (child, pid) => {
    const what = `a child Node process that holds the syntax trees of ${await readyFiles(child)} JavaScript files`;
    if (showsMemory) {
      try {
        return frozenPages(child, pid, `the memory of ${what}`, pageSize2, maxPages);
      } catch (error) {
        if (!(error instanceof MemoryDenied)) throw error;
      }
    }
    return await snapshotPages(child, `a V8 heap snapshot of ${what}`, pageSize2, maxPages);
  });
  return { ...pages, name: "child process" };
}
async function readyFiles(child) {
  const said = await message(child);
  return "ready" in said ? said.ready.files : 0;
}
function frozenPages(child, pid, source, pageSize2, maxPages) {
  child.kill("SIGSTOP");
  try {
    return memoryPages(pid, source, pageSize2, maxPages);
  } finally {
    child.kill("SIGCONT");
  }
}
async function snapshotPages(child, source, pageSize2, maxPages) {
  const folder = mkdtempSync(join(tmpdir(), "spillway-"));
  try {
    const path = join(folder, "child.heapsnapshot");
    const request = { writeSnapshot: path };
    child.send(request);
    await message(child);
    return { ...filePages([path], pageSize2, maxPages), source };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
async function withWorkload(residentMiB, use) {
  const script = fileURLToPath(new URL("./workload.js", import.meta.url));
  const child = spawn(process.execPath, [script, String(residentMiB)], {
    stdio: ["ignore", "ignore", "inherit", "ipc"]
  });
  const end = () => child.kill("SIGKILL");
  const endBoth = (signal) => {
    end();
    process.kill(process.pid, signal);
  };
  process.once("exit", end);
  for (const signal of ENDING_SIGNALS) process.once(signal, endBoth);
  try {
    await once(child, "spawn");
    return await use(child, child.pid);
  } finally {
    end();
    process.off("exit", end);
    for (const signal of ENDING_SIGNALS) process.off(signal, endBoth);
  }
}
function message(child) {
  return new Promise((resolve2, reject) => {
    const late = setTimeout(() => reject(new Error("the child process does not answer")), PATIENCE_MILLIS);
    child.once("exit", (code, signal) => {
      clearTimeout(late);
      reject(new Error(`the child process ended early (${signal ?? code})`));
    });
    child.once("message", (said) => {
      clearTimeout(late);
      resolve2(said);
    });
  });
}

// src/cli/random.ts
function* mulberry32(seed) {
  let state = seed >>> 0;
  for (; ; ) {
    state = state + 1831565813 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    yield (mixed ^ mixed >>> 14) >>> 0;
  }
}
function randomBelow(seed) {
  const random = mulberry32(seed);
  return (bound) => Math.floor(random.next().value / 2 ** 32 * bound);
}
function shuffled(count, seed) {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const random = mulberry32(seed);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random.next().value / 2 ** 32 * (last + 1));
    const kept = order[last];
    order[last] = order[other];
    order[other] = kept;
  }
  return order;
}

// src/cli/live.ts
var PATIENCE_MILLIS2 = 6e4;
var DOCUMENT_BYTES = 1400;
var CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
async function liveSets(pageSize2, maxPages) {
  const sets = [
    await attempt2("node", async () => ({ ...await childPages(pageSize2, maxPages), name: "node" }))
  ];
  if (process.platform !== "linux") return sets;
  sets.push(await attempt2("redis", () => redisPages(pageSize2, maxPages)));
  sets.push(await attempt2("chromium", () => chromiumPages(pageSize2, maxPages)));
  return sets;
}
async function attempt2(name, read) {
  try {
    return { pages: await read() };
  } catch (error) {
    return { name, absent: error instanceof Error ? error.message : String(error) };
  }
}
async function withProgram(program3, args, use) {
  const folder = mkdtempSync2(join2(tmpdir2(), "spillway-"));
  const child = spawn2(program3, args(folder), { stdio: "ignore", detached: true });
  const end = () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
    }
  };
  process.once("exit", end);
  try {
    await once2(child, "spawn");
    return await use(child, folder);
  } finally {
    end();
    process.off("exit", end);
    await ended(child);
    rmSync2(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
async function ended(child) {
  if (child.pid === void 0 || child.exitCode !== null || child.signalCode !== null) return;
  await Promise.race([once2(child, "exit"), sleep(2e3)]);
}
function frozen(pid, read) {
  process.kill(pid, "SIGSTOP");
  try {
    return read();
  } finally {
    process.kill(pid, "SIGCONT");
  }
}
function installed(names) {
  return names.find((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0);
}
async function redisPages(pageSize2, maxPages) {
  if (!installed(["redis-server"])) throw new Error("not installed (Debian: redis-server)");
  const args = (folder) => {
    const socket = join2(folder, "socket");
    return ["--port", "0", "--unixsocket", socket, "--save", "", "--appendonly", "no", "--dir", folder];
  };
  return await withProgram("redis-server", args, async (child, folder) => {
    const documents = Math.ceil(pageSize2 * maxPages / DOCUMENT_BYTES);
    await fillRedis(join2(folder, "socket"), documents);
    const pid = child.pid;
    const source = `the memory of a Redis server that holds ${documents} JSON documents and their indexes`;
    const pages = frozen(pid, () => memoryPages(pid, source, pageSize2, maxPages));
    return { ...pages, name: "redis" };
  });
}
async function fillRedis(path, documents) {
  const socket = await connected(path);
  let answers = 0;
  let answered = () => {
  };
  socket.on("data", (chunk) => {
    for (const byte of chunk) if (byte === 10) answers++;
    if (answers >= 4 * documents) answered();
  });
  const all = new Promise((resolve2) => {
    answered = resolve2;
  });
  const below = randomBelow(7);
  for (let id = 0; id < documents; id++) {
    const document = documentOf(id, below);
    const { name, city, created, visits } = document;
    socket.write(
      resp("SET", `user:${id}`, JSON.stringify(document)) + resp("HSET", `profile:${id}`, "name", name, "city", city, "created", created, "visits", `${visits}`) + resp("ZADD", `visits:${city}`, `${visits}`, `user:${id}`) + resp(
        "LPUSH",
        `log:${id % 97}`,
        `${created} GET /users/${id}/orders?page=${visits % 9} 200 ${visits}ms`
      )
    );
    if (id % 500 === 0) await new Promise(setImmediate);
  }
  const late = sleep(PATIENCE_MILLIS2, void 0, { ref: false }).then(() => {
    throw new Error("redis-server does not answer");
  });
  await Promise.race([all, late]);
  socket.destroy();
}
async function connected(path) {
  for (let waited = 0; ; waited += 50) {
    const socket = connect(path);
    try {
      await once2(socket, "connect");
      return socket;
    } catch (error) {
      if (waited >= PATIENCE_MILLIS2) throw error;
      await sleep(50);
    }
  }
}
function resp(...words) {
  return `*${words.length}\r
${words.map((word) => `$${Buffer.byteLength(word)}\r
${word}\r
`).join("")}`;
}
var NAMES = "Ada Grace Edsger Barbara Niklaus Frances Donald Radia Tony Adele Ken Lynn Dennis Jean Alan Karen".split(
  " "
);
var FAMILIES = "Lovelace Hopper Dijkstra Liskov Wirth Allen Knuth Perlman Hoare Goldberg Thompson Conway Ritchie".split(
  " "
);
var CITIES = "Lisbon Oslo Turin Ghent Porto Basel Graz Bergen Malmo Nantes Cork Leeds Brno Lviv Riga".split(
  " "
);
var GOODS = "lamp kettle bicycle notebook chair monitor keyboard backpack tent camera cable headphones".split(" ");
function documentOf(id, below) {
  const pick = (words) => words[below(words.length)];
  const name = `${pick(NAMES)} ${pick(FAMILIES)}`;
  const hex = (digits) => below(2 ** (4 * digits)).toString(16).padStart(digits, "0");
  return {
    id,
    uuid: `${hex(7)}${hex(1)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(6)}${hex(6)}`,
    name,
    email: `${name.toLowerCase().replace(" ", ".")}${below(1e3)}@example.org`,
    city: pick(CITIES),
    created: new Date(15e11 + below(2 ** 31) * 100).toISOString(),
    active: below(3) > 0,
    visits: below(5e3),
    orders: Array.from({ length: below(4) }, () => ({
      sku: `${pick(GOODS)}-${below(1e4)}`,
      quantity: 1 + below(5),
      price: below(1e5) / 100
    }))
  };
}
async function chromiumPages(pageSize2, maxPages) {
  const program3 = installed(CHROMIUM_NAMES);
  if (program3 === void 0) throw new Error("not installed (Debian: chromium)");
  const site = await serveSite();
  const args = (folder) => [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    `--user-data-dir=${folder}`,
    site.url
  ];
  try {
    return await withProgram(program3, args, async (child) => {
      await Promise.race([
        site.ready,
        sleep(PATIENCE_MILLIS2).then(() => {
          throw new Error(`${program3} does not show the page`);
        }),
        once2(child, "exit").then(() => {
          throw new Error(`${program3} ended early`);
        })
      ]);
      const renderers = descendants(child.pid).filter(
        (pid) => commandLine(pid).includes("--type=renderer")
      );
      const sets = renderers.map((pid) => frozen(pid, () => rendererPages(pid, pageSize2, maxPages)));
      const [largest] = sets.sort((a, b) => b.available - a.available);
      if (largest === void 0) throw new Error(`${program3} has no renderer`);
      return { ...largest, name: "chromium" };
    });
  } finally {
    site.close();
  }
}
function rendererPages(pid, pageSize2, maxPages) {
  const source = "the memory of a Chromium renderer that shows an application with a long table";
  return memoryPages(pid, source, pageSize2, maxPages);
}
async function serveSite() {
  let shown = () => {
  };
  const ready = new Promise((resolve2) => {
    shown = resolve2;
  });
  const server = createServer(({ url }, response) => {
    if (url === "/ready") shown();
    if (url === "/data") response.setHeader("content-type", "application/json").end(siteData());
    else response.setHeader("content-type", "text/html").end(url === "/" ? SITE : "");
  });
  server.listen(0, "127.0.0.1");
  await once2(server, "listening");
  const { port } = server.address();
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/`, ready, close };
}
function siteData() {
  const below = randomBelow(11);
  return JSON.stringify(Array.from({ length: 6e3 }, (_, id) => documentOf(id, below)));
}
var SITE = `<!doctype html><title>orders</title><style>td{padding:2px 8px;border-bottom:1px solid #ddd}</style>
<table id=rows></table><canvas id=chart width=800 height=400></canvas><script>
(async () => {
  const users = await (await fetch("/data")).json();
  const index = new Map(users.map((user) => [user.uuid, { user, words: user.name.split(" "), seen: new Set() }]));
  const byCity = Object.groupBy ? Object.groupBy(users, (user) => user.city) : {};
  const table = document.getElementById("rows");
  for (const user of users.slice(0, 4000)) {
    const row = table.insertRow();
    row.dataset.id = user.uuid;
    for (const text of [user.name, user.email, user.city, user.created, user.orders.length]) row.insertCell().textContent = text;
    row.addEventListener("click", () => index.get(user.uuid).seen.add(Date.now()));
  }
  const pen = document.getElementById("chart").getContext("2d");
  users.forEach((user, i) => pen.fillRect((i * 800) / users.length, 400 - user.visits / 13, 1, user.visits / 13));
  window.state = { users, index, byCity, history: users.map((user) => JSON.stringify(user)) };
  requestAnimationFrame(() => setTimeout(() => fetch("/ready"), 1500));
})();
</script>`;
function descendants(pid) {
  const parents = /* @__PURE__ */ new Map();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    parents.set(parent, [...parents.get(parent) ?? [], Number(name)]);
  }
  const below = (one) => (parents.get(one) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}
function parentOf(pid) {
  try {
    return Number(
      readFileSync3(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ")[1]
    );
  } catch {
    return 0;
  }
}
function commandLine(pid) {
  try {
    return readFileSync3(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

// src/cli/native.ts
import { spawn as spawn3, spawnSync as spawnSync2 } from "node:child_process";
import { mkdtempSync as mkdtempSync3, rmSync as rmSync3, writeFileSync } from "node:fs";
import { tmpdir as tmpdir3 } from "node:os";
import { join as join3 } from "node:path";
import { createInterface } from "node:readline";

// bench/native/encode.c
var encode_default = "/**\n * encode.c - assembly/codec/encode.ts step for step in C: the same blocks, byte for byte.\n *\n * It shows what part of the distance to liblz4 lies in the steps and what part in V8's machine code for them. Nothing but\n * the harness uses it. For little-endian machines. It reads 8 bytes before the source and 24 behind it, and may write 32\n * behind the limit.\n */\n#include <stdint.h>\n#include <string.h>\n\nenum { TABLE_LOG2 = 13, SKIP_SHIFT = 6, LENGTH_MAX = 15, LAST_LITERALS = 5, START_MARGIN = 12 };\nenum { DOUBT_BYTES = 128, NOISE_ALIKE_MAX = 12, NOISE_STEP_BYTES = 3584 };\n\nstatic inline uint64_t word(const uint8_t *at) {\n  uint64_t value;\n  memcpy(&value, at, 8);\n  return value;\n}\n\nstatic inline void put_half(uint8_t *at, uint16_t value) {\n  memcpy(at, &value, 2);\n}\n\n/** Trailing zeros, 64 for none set, as wasm has it. */\nstatic inline uint32_t zeros(uint64_t bits) {\n  return bits ? (uint32_t)__builtin_ctzll(bits) : 64;\n}\n\nstatic inline uint32_t slot_of(uint64_t sequence) {\n  return (uint32_t)(((sequence << 24) * 889523592379u) >> (64 - TABLE_LOG2));\n}\n\nstatic inline uint32_t length_bytes(uint32_t length) {\n  return length < LENGTH_MAX ? 0 : (length - LENGTH_MAX) / 255 + 1;\n}\n\nstatic inline uint8_t *put_length(uint8_t *to, uint32_t left) {\n  for (; left >= 255; left -= 255) *to++ = 255;\n  *to++ = (uint8_t)left;\n  return to;\n}\n\nstatic inline void put_literals(uint8_t *to, const uint8_t *from, uint32_t bytes) {\n  uint32_t done = 0;\n  do {\n    memcpy(to + done, from + done, 16);\n    done += 16;\n  } while (done < bytes);\n}\n\nstatic inline const uint8_t *match_end(const uint8_t *at, const uint8_t *back, const uint8_t *end) {\n  uint64_t difference = word(at) ^ word(back);\n  while (!difference) {\n    at += 8;\n    if (at >= end) return end;\n    back += 8;\n    difference = word(at) ^ word(back);\n  }\n  at += zeros(difference) >> 3;\n  return at > end ? end : at;\n}\n\nstatic inline int is_noise(const uint8_t *from, const uint8_t *end) {\n  ptrdiff_t stride = (end - from) / 16;\n  int alike = 0;\n  for (int sample = 0; sample < 16; sample++, from += stride)\n    for (int i = 0; i < 16; i++)\n      alike += (from[i] == from[i - 1]) | (from[i] == from[i - 2]) | (from[i] == from[i - 4]) | (from[i] == from[i - 8]);\n  return alike <= NOISE_ALIKE_MAX;\n}\n\n/** The length of the block, or 0 if it is longer than the limit. `table` is of 2^TABLE_LOG2 entries. */\nstatic uint32_t spillway_encode(const uint8_t *source, uint32_t bytes, uint8_t *target, uint32_t limit,\n                                uint16_t *table) {\n  const uint8_t *source_end = source + bytes, *anchor = source;\n  uint8_t *target_end = target + limit, *to = target;\n  if (bytes > START_MARGIN) {\n    memset(table, 0, sizeof *table << TABLE_LOG2);\n    const uint8_t *start_end = source_end - START_MARGIN, *cover_end = source_end - LAST_LITERALS;\n    const uint8_t *at = source + 1;\n    while (at < start_end) {\n      const uint8_t *stop = start_end - anchor > DOUBT_BYTES ? anchor + DOUBT_BYTES : start_end;\n      ptrdiff_t doubt = 0;\n      uint64_t sequence, sequence_next;\n      const uint8_t *match, *match_next;\n      uint32_t slot, agree, agree_next;\n      for (;;) {\n        sequence = word(at);\n        slot = slot_of(sequence);\n        match = source + table[slot];\n        table[slot] = (uint16_t)(at - source);\n        sequence_next = word(at + 1);\n        slot = slot_of(sequence_next);\n        match_next = source + table[slot];\n        table[slot] = (uint16_t)(at + 1 - source);\n        agree = zeros(word(match) ^ sequence);\n        agree_next = zeros(word(match_next) ^ sequence_next);\n        if ((agree > agree_next ? agree : agree_next) >= 32) break;\n        at += 2 + ((at - anchor + doubt) >> SKIP_SHIFT);\n        if (at >= stop) {\n          if (at >= start_end) break;\n          stop = start_end;\n          if (at + 256 <= start_end && is_noise(at, start_end)) doubt = NOISE_STEP_BYTES;\n        }\n      }\n      if (at >= start_end) break;\n      int next = agree_next > agree;\n      match = next ? match_next : match;\n      at += next;\n\n      const uint8_t *matched = at + 4, *other = match + 4;\n      ptrdiff_t offset = at - match;\n      while (at > anchor && match > source && at[-1] == match[-1]) at--, match--;\n      uint32_t literals = (uint32_t)(at - anchor), high;\n      if (literals + length_bytes(literals) + LAST_LITERALS + 4 > (uint32_t)(target_end - to)) return 0;\n      uint8_t *token = to++;\n      if (literals < LENGTH_MAX) {\n        high = literals << 4;\n        memcpy(to, anchor, 16);\n      } else {\n        high = LENGTH_MAX << 4;\n        to = put_length(to, literals - LENGTH_MAX);\n        put_literals(to, anchor, literals);\n      }\n      to += literals;\n      put_half(to, (uint16_t)offset);\n      to += 2;\n\n      for (;;) {\n        matched = match_end(matched, other, cover_end);\n        uint32_t extra = (uint32_t)(matched - at) - 4;\n        if (extra >= LENGTH_MAX) {\n          if (length_bytes(extra) + LAST_LITERALS + 1 > (uint32_t)(target_end - to)) return 0;\n          *token = (uint8_t)(high | LENGTH_MAX);\n          to = put_length(to, extra - LENGTH_MAX);\n        } else {\n          *token = (uint8_t)(high | extra);\n        }\n        anchor = at = matched;\n        if (at > start_end - 8) break;\n        table[slot_of(word(at - 2))] = (uint16_t)(at - 2 - source);\n        sequence = word(at);\n        slot = slot_of(sequence);\n        match = source + table[slot];\n        table[slot] = (uint16_t)(at - source);\n        if ((uint32_t)word(match) == (uint32_t)sequence) {\n          if (LAST_LITERALS + 4 > target_end - to) return 0;\n          token = to;\n          high = 0;\n          offset = at - match;\n          put_half(to + 1, (uint16_t)offset);\n          to += 3;\n          matched = at + 4;\n          other = match + 4;\n          continue;\n        }\n        uint64_t differing = sequence ^ word(at - offset);\n        if (differing >= 1 << 16) break;\n        uint32_t passed = differing > 0xff ? 2 : 1;\n        if (passed + LAST_LITERALS + 4 > (uint32_t)(target_end - to)) return 0;\n        token = to;\n        high = passed << 4;\n        put_half(to + 1, (uint16_t)sequence);\n        to += passed;\n        put_half(to + 1, (uint16_t)offset);\n        to += 3;\n        table[slot_of(word(at + 1))] = (uint16_t)(at + 1 - source);\n        matched = at + 8;\n        other = matched - offset;\n        at += passed;\n      }\n      at += 1;\n    }\n  }\n  uint32_t literals = (uint32_t)(source_end - anchor);\n  if (literals + length_bytes(literals) + 1 > (uint32_t)(target_end - to)) return 0;\n  uint8_t *token = to++;\n  *token = (uint8_t)((literals < LENGTH_MAX ? literals : LENGTH_MAX) << 4);\n  if (literals >= LENGTH_MAX) to = put_length(to, literals - LENGTH_MAX);\n  put_literals(to, anchor, literals);\n  return (uint32_t)(to + literals - target);\n}\n";

// bench/native/harness.c
var harness_default = `/**
 * harness.c - the C libraries over the same pages, one round at a time, for \`spillway bench codec\`.
 *
 *   harness FILE PAGE_BYTES
 *
 * FILE holds whole pages, one after the other. Says on stdout one line per codec it was built with ("codec lz4 1.9.4"),
 * then "ready". From then on each line on stdin names a codec; the answer is one line
 *
 *   NAME ENCODE_NANOSECONDS DECODE_NANOSECONDS BYTES
 *
 * for one pass over all pages each way. BYTES is the sum of the blocks, each counted as a page at most. Blocks lie side by
 * side, as in a slab; every page is decoded into one buffer, as a load does. After each timed pass the blocks are decoded
 * again and compared with the pages: a difference ends the program with 1. Ends with its stdin.
 *
 * "twin" is Spillway's encoder in C (encode.c) with liblz4's decoder. Each library is used if WITH_... says so (src/cli/native.ts finds out). Their default calls, no state kept between pages
 * but what an API asks for (LZO's work memory, zstd's contexts).
 */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef WITH_LZ4
#include <lz4.h>

#include "encode.c"
#endif
#ifdef WITH_LZO
#include <lzo/lzo1x.h>
#endif
#ifdef WITH_SNAPPY
#include <snappy-c.h>
#endif
#ifdef WITH_ZSTD
#include <zstd.h>
#endif

/** Room for a block of any of them: snappy's bound, the page, a sixth of it and 32, is the widest. */
#define ROOM(bytes) ((bytes) + (bytes) / 6 + 1024)

typedef size_t (*transform)(const uint8_t *from, size_t bytes, uint8_t *to, size_t room);

struct codec {
  const char *name;
  const char *version;
  transform encode;
  transform decode;
};

static size_t copy(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  (void)room;
  memcpy(to, from, bytes);
  return bytes;
}

#ifdef WITH_LZ4
static size_t lz4_encode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  return (size_t)LZ4_compress_default((const char *)from, (char *)to, (int)bytes, (int)room);
}
static size_t lz4_decode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  return (size_t)LZ4_decompress_safe((const char *)from, (char *)to, (int)bytes, (int)room);
}

/** The steps of our encoder; its blocks decoded by liblz4. */
static uint16_t twin_table[1 << TABLE_LOG2];
static size_t twin_encode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  return spillway_encode(from, (uint32_t)bytes, to, (uint32_t)room, twin_table);
}
#endif

#ifdef WITH_LZO
static uint8_t lzo_work[LZO1X_1_MEM_COMPRESS];
static size_t lzo_encode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  lzo_uint length = room;
  return lzo1x_1_compress(from, bytes, to, &length, lzo_work) == LZO_E_OK ? length : 0;
}
static size_t lzo_decode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  lzo_uint length = room;
  return lzo1x_decompress_safe(from, bytes, to, &length, NULL) == LZO_E_OK ? length : 0;
}
#endif

#ifdef WITH_SNAPPY
static size_t snappy_encode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  size_t length = room;
  return snappy_compress((const char *)from, bytes, (char *)to, &length) == SNAPPY_OK ? length : 0;
}
static size_t snappy_decode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  size_t length = room;
  return snappy_uncompress((const char *)from, bytes, (char *)to, &length) == SNAPPY_OK ? length : 0;
}
#endif

#ifdef WITH_ZSTD
static ZSTD_CCtx *zstd_compressor;
static ZSTD_DCtx *zstd_decompressor;
static size_t zstd_encode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  return ZSTD_compressCCtx(zstd_compressor, to, room, from, bytes, 1);
}
static size_t zstd_decode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  return ZSTD_decompressDCtx(zstd_decompressor, to, room, from, bytes);
}
#endif

static const struct codec *codecs(size_t *count) {
  static struct codec list[8];
  size_t n = 0;
  list[n++] = (struct codec){"memcpy", "", copy, copy};
#ifdef WITH_LZ4
  list[n++] = (struct codec){"lz4", LZ4_versionString(), lz4_encode, lz4_decode};
  list[n++] = (struct codec){"twin", "", twin_encode, lz4_decode};
#endif
#ifdef WITH_LZO
  if (lzo_init() == LZO_E_OK) list[n++] = (struct codec){"lzo1x-1", lzo_version_string(), lzo_encode, lzo_decode};
#endif
#ifdef WITH_SNAPPY
  list[n++] = (struct codec){"snappy", "", snappy_encode, snappy_decode};
#endif
#ifdef WITH_ZSTD
  zstd_compressor = ZSTD_createCCtx();
  zstd_decompressor = ZSTD_createDCtx();
  list[n++] = (struct codec){"zstd-1", ZSTD_versionString(), zstd_encode, zstd_decode};
#endif
  *count = n;
  return list;
}

static uint64_t nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static void *take(size_t bytes) {
  void *at = calloc(1, bytes);
  if (!at) {
    fprintf(stderr, "harness: no memory\\n");
    exit(1);
  }
  return at;
}

struct pages {
  uint8_t *bytes;
  size_t count;
  size_t page;
  uint8_t *blocks;
  uint32_t *lengths;
  uint8_t *target;
};

static struct pages read_pages(const char *path, size_t page) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END)) {
    fprintf(stderr, "harness: cannot read %s\\n", path);
    exit(1);
  }
  struct pages pages = {.count = (size_t)ftell(file) / page, .page = page};
  rewind(file);
  // The twin of our encoder looks a few bytes beyond the pages on both sides.
  pages.bytes = (uint8_t *)take(pages.count * page + 128) + 64;
  if (fread(pages.bytes, page, pages.count, file) != pages.count) exit(1);
  fclose(file);
  pages.blocks = take(pages.count * ROOM(page) + 1);
  pages.lengths = take((pages.count + 1) * sizeof *pages.lengths);
  pages.target = take(ROOM(page));
  return pages;
}

/** Decodes all blocks; with \`compare\` also looks at what came of them, which is not for timing. */
static void decode_all(const struct codec *codec, struct pages *pages, int compare) {
  const uint8_t *block = pages->blocks;
  for (size_t i = 0; i < pages->count; i++) {
    size_t length = codec->decode(block, pages->lengths[i], pages->target, pages->page);
    block += pages->lengths[i];
    if (!compare) continue;
    if (length == pages->page && !memcmp(pages->target, pages->bytes + i * pages->page, pages->page)) continue;
    fprintf(stderr, "harness: %s does not give page %zu back\\n", codec->name, i);
    exit(1);
  }
}

static void run(const struct codec *codec, struct pages *pages) {
  uint64_t start = nanoseconds();
  uint8_t *to = pages->blocks;
  for (size_t i = 0; i < pages->count; i++) {
    size_t length = codec->encode(pages->bytes + i * pages->page, pages->page, to, ROOM(pages->page));
    pages->lengths[i] = (uint32_t)length;
    to += length;
  }
  uint64_t encoded = nanoseconds();
  decode_all(codec, pages, 0);
  uint64_t decoded = nanoseconds();
  decode_all(codec, pages, 1);
  uint64_t bytes = 0;
  for (size_t i = 0; i < pages->count; i++) bytes += pages->lengths[i] < pages->page ? pages->lengths[i] : pages->page;
  printf("%s %llu %llu %llu\\n", codec->name, (unsigned long long)(encoded - start),
         (unsigned long long)(decoded - encoded), (unsigned long long)bytes);
  fflush(stdout);
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: harness FILE PAGE_BYTES\\n");
    return 2;
  }
  struct pages pages = read_pages(argv[1], strtoul(argv[2], NULL, 10));
  size_t count;
  const struct codec *list = codecs(&count);
  for (size_t i = 0; i < count; i++) printf("codec %s %s\\n", list[i].name, list[i].version);
  printf("ready\\n");
  fflush(stdout);

  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\\n")] = 0;
    for (size_t i = 0; i < count; i++)
      if (!strcmp(line, list[i].name)) run(&list[i], &pages);
  }
  return 0;
}
`;

// src/cli/native.ts
var LIBRARIES = [
  { flag: "WITH_LZ4", header: "lz4.h", link: "-llz4", debian: "liblz4-dev" },
  { flag: "WITH_LZO", header: "lzo/lzo1x.h", link: "-llzo2", debian: "liblzo2-dev" },
  { flag: "WITH_SNAPPY", header: "snappy-c.h", link: "-lsnappy", debian: "libsnappy-dev" },
  { flag: "WITH_ZSTD", header: "zstd.h", link: "-lzstd", debian: "libzstd-dev" }
];
var Native = class {
  /** What is missing and the Debian packages that would bring it; undefined when all is there. */
  missing;
  #folder;
  #program;
  constructor() {
    this.#folder = mkdtempSync3(join3(tmpdir3(), "spillway-"));
    const there = hasCompiler() ? LIBRARIES.filter((library) => this.#compiles(library)) : [];
    const absent = LIBRARIES.filter((library) => !there.includes(library)).map(({ debian }) => debian);
    const packages = hasCompiler() ? absent : ["gcc", "libc6-dev", ...absent];
    this.missing = packages.length > 0 ? `not all native codecs: install ${packages.join(" ")} (Debian)` : void 0;
    this.#program = there.length > 0 ? this.#build(there) : void 0;
  }
  /** Starts the harness over a file of whole pages. Undefined when nothing could be built. */
  async start(file, pageSize2) {
    if (this.#program === void 0) return void 0;
    return await NativeChild.start(spawn3(this.#program, [file, `${pageSize2}`], { stdio: "pipe" }));
  }
  /** A file beside the program, gone with it. */
  fileFor(name) {
    return join3(this.#folder, name);
  }
  close() {
    rmSync3(this.#folder, { recursive: true, force: true });
  }
  #compiles({ header, link }) {
    const input = `#include <stddef.h>
#include <${header}>
int main(void) { return 0; }
`;
    const args = ["-xc", "-", link, "-o", join3(this.#folder, "probe")];
    return spawnSync2("cc", args, { input, stdio: ["pipe", "ignore", "ignore"] }).status === 0;
  }
  #build(libraries) {
    const program3 = join3(this.#folder, "harness");
    writeFileSync(`${program3}.c`, harness_default);
    writeFileSync(join3(this.#folder, "encode.c"), encode_default);
    const flags = libraries.map(({ flag }) => `-D${flag}`);
    const links = libraries.map(({ link }) => link);
    const { status, stderr } = spawnSync2("cc", ["-O3", ...flags, "-o", program3, `${program3}.c`, ...links], {
      encoding: "utf8"
    });
    if (status !== 0) throw new Error(`bench/native does not compile: ${stderr}`);
    return program3;
  }
};
function hasCompiler() {
  return spawnSync2("cc", ["--version"], { stdio: "ignore" }).status === 0;
}
var NativeChild = class _NativeChild {
  /** Names of its codecs, and their versions. */
  codecs = /* @__PURE__ */ new Map();
  #child;
  #lines;
  constructor(child) {
    this.#child = child;
    child.stderr?.pipe(process.stderr);
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }
  static async start(child) {
    const native = new _NativeChild(child);
    for (; ; ) {
      const [word, name = "", version = ""] = (await native.#line()).split(" ");
      if (word === "ready") return native;
      native.codecs.set(name, version);
    }
  }
  async round(codec) {
    this.#child.stdin?.write(`${codec}
`);
    const [, encode, decode, bytes] = (await this.#line()).split(" ").map(Number);
    return { encodeNanos: encode, decodeNanos: decode, bytes };
  }
  close() {
    this.#child.stdin?.end();
  }
  async #line() {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("the native harness ended early");
    return value;
  }
};

// src/cli/pin.ts
import { spawnSync as spawnSync3 } from "node:child_process";
import { readFileSync as readFileSync4 } from "node:fs";
var PROCESSOR_FIELD = 36;
function pinToOneProcessor() {
  if (process.platform !== "linux") return void 0;
  const stat = readFileSync4("/proc/self/stat", "latin1");
  const processor = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[PROCESSOR_FIELD];
  const { status } = spawnSync3("taskset", ["-p", "-c", processor, `${process.pid}`], { stdio: "ignore" });
  return status === 0 ? Number(processor) : void 0;
}

// src/cli/progress.ts
var import_cli_progress = __toESM(require_cli_progress(), 1);
var SILENT = { stage() {
}, step() {
}, end() {
} };
function progressOnTerminal() {
  if (!process.stderr.isTTY) return SILENT;
  const bar = new import_cli_progress.SingleBar({
    format: "{label} [{bar}] {percentage}%",
    barCompleteChar: "=",
    barIncompleteChar: " ",
    barsize: 32,
    clearOnComplete: true,
    // Ctrl-C ends the command at once; so nothing of the terminal may be changed that would need mending.
    gracefulExit: false,
    linewrap: true
  });
  return {
    stage(label, total) {
      bar.stop();
      bar.start(total, 0, { label });
    },
    step: (count) => bar.increment(count),
    end: () => bar.stop()
  };
}

// src/cli/codec.ts
var SET_MIB = 16;
var WARM_UP_ROUNDS = 4;
var OURS = "spillway";
var LZ4 = "lz4";
var TWIN = "twin";
var JSON_SHAPE = `
--json prints one object: { node, pageSize, rounds, processor, missing, skipped: [{ name, absent }], sets: [SET] }
  SET  { name, source, pages, rows: [ROW], hash: { hash, copy, versusCopy } }
  ROW  { name, version, encode, decode, ratio, encodeVersusLz4, decodeVersusLz4 }
encode, decode, hash, copy: microseconds a page; ...VersusLz4, versusCopy: how many times as fast in the same round;
each as { median, low, high }, low and high being the quartiles. ratio: bytes of pages over bytes of blocks.
twin, "${OURS} in C" in the table: the same encoder compiled from C, its blocks decoded by liblz4.
processor: the number of the one that both sides ran on, null where they could not be bound to one.`;
function codecCommand() {
  return new Command("codec").description(
    "the codec and the hash beside liblz4, LZO, snappy and zstd in C, on the same pages, taking turns"
  ).option("--pages <files...>", "page data, a set for each file (default: Node, Redis, Chromium at work)").option("--page-size <bytes>", "4096, 8192, 16384, 32768 or 65536", pageSize, 4096).option("--rounds <count>", "rounds that count", wholeNumber(1, 1e3), 15).option("--set-mib <count>", "MiB of each set, if there are so many", wholeNumber(1, 1024), SET_MIB).option("--save <folder>", "write the page sets there, to be used again with --pages").option("--json", "print one JSON document instead of tables").addHelpText("after", JSON_SHAPE).action((_, command) => codecBench(command.optsWithGlobals()));
}
async function codecBench(options) {
  const { pageSize: pageSize2, rounds } = options;
  const count = options.setMib * 2 ** 20 / pageSize2;
  const found = options.pages?.map((file) => ({ pages: filePages([file], pageSize2, count) }));
  const sets = found ?? await liveSets(pageSize2, 2 * count);
  const skipped = sets.filter((set) => "absent" in set);
  const processor = pinToOneProcessor() ?? null;
  const native = new Native();
  try {
    const reports = [];
    for (const set of sets) {
      if ("absent" in set) continue;
      const pages = wholePages2(set.pages, count);
      if (options.save !== void 0)
        writeFileSync2(join4(options.save, `${set.pages.name}.${pageSize2}`), pages);
      reports.push(await measure(set.pages, pages, pageSize2, rounds, native));
    }
    const report = {
      node: process.version,
      pageSize: pageSize2,
      rounds,
      processor,
      missing: native.missing ?? null,
      skipped,
      sets: reports
    };
    process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}
` : printed(report));
  } finally {
    native.close();
  }
}
function wholePages2(set, most) {
  const pages = [];
  for (let i = 0; i < set.count; i++) {
    const page = set.page(i);
    if (page.length < set.pageSize) continue;
    if (page.compare(page, 0, page.length - 8, 8) !== 0) pages.push(page);
  }
  if (pages.length === 0) throw new UserError(`${set.name}: no full page that is not same-filled`);
  const count = Math.min(most, pages.length);
  return Buffer.concat(
    Array.from({ length: count }, (_, i) => pages[Math.floor(i * pages.length / count)])
  );
}
async function measure(set, pages, pageSize2, rounds, native) {
  const file = native.fileFor("pages");
  writeFileSync2(file, pages);
  const passes = openPasses(pages, pageSize2);
  const child = await native.start(file, pageSize2);
  const progress = progressOnTerminal();
  try {
    progress.stage(set.name, WARM_UP_ROUNDS + rounds);
    const names = [OURS, ...child?.codecs.keys() ?? []];
    const lanes = new Map(names.map((name) => [name, []]));
    const hashes = [];
    for (let round2 = -WARM_UP_ROUNDS; round2 < rounds; round2++) {
      for (let i = 0; i < names.length; i++) {
        const name = names[(i + round2 + WARM_UP_ROUNDS) % names.length];
        const result = await oneRound(name, passes, child);
        if (round2 >= 0) lanes.get(name)?.push(result);
      }
      const before = round2 % 2 === 0 ? passes.copy() : 0;
      const hash = passes.hash();
      const hashed = { hash, copy: before || passes.copy() };
      if (round2 >= 0) hashes.push(hashed);
      progress.step(1);
    }
    return {
      name: set.name,
      source: set.source,
      pages: passes.count,
      rows: names.map((name) => row(name, child?.codecs.get(name) ?? "", lanes, passes.count, pages.length)),
      hash: {
        hash: spread(hashes.map(({ hash }) => hash / passes.count / 1e3)),
        copy: spread(hashes.map(({ copy: copy2 }) => copy2 / passes.count / 1e3)),
        versusCopy: spread(hashes.map(({ hash, copy: copy2 }) => copy2 / hash))
      }
    };
  } finally {
    progress.end();
    child?.close();
  }
}
async function oneRound(name, passes, child) {
  if (name !== OURS) return await child.round(name);
  const encodeNanos = passes.encode();
  const decodeNanos = passes.decode();
  passes.verify();
  return { encodeNanos, decodeNanos, bytes: passes.bytes() };
}
function row(name, version, lanes, count, bytes) {
  const rounds = lanes.get(name);
  const yardstick = lanes.get(LZ4);
  const versus = (way) => yardstick ? spread(rounds.map((round2, i) => yardstick[i][way] / round2[way])) : null;
  return {
    name,
    version,
    encode: spread(rounds.map(({ encodeNanos }) => encodeNanos / count / 1e3)),
    decode: spread(rounds.map(({ decodeNanos }) => decodeNanos / count / 1e3)),
    ratio: bytes / rounds[0].bytes,
    encodeVersusLz4: versus("encodeNanos"),
    decodeVersusLz4: versus("decodeNanos")
  };
}
function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share2) => sorted[Math.round(share2 * (sorted.length - 1))];
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}
function printed({ node, pageSize: pageSize2, rounds, processor, missing, skipped, sets }) {
  const where = processor === null ? "not bound to one processor" : `on processor ${processor}`;
  const lines = [
    `node ${node}, ${where}; pages of ${pageSize2} bytes, none same-filled; medians of ${rounds} rounds, quartiles in brackets`
  ];
  for (const set of sets) lines.push("", `${set.name}: ${set.pages} pages from ${set.source}`, tableOf(set));
  for (const { name, absent } of skipped) lines.push("", `${name}: left out, ${absent}`);
  if (missing !== null) lines.push("", missing);
  return `${lines.join("\n")}
`;
}
function tableOf({ rows, hash }) {
  const table = new import_cli_table3.default({
    head: ["", "encode us", "decode us", "ratio", "encode vs lz4", "decode vs lz4"],
    colAligns: ["left", "right", "right", "right", "right", "right"],
    style: { head: [], border: [] }
  });
  for (const { name, version, encode, decode, ratio, encodeVersusLz4, decodeVersusLz4 } of rows) {
    const label = name === TWIN ? `${OURS} in C` : `${name} ${version}`.trim();
    const versus = [encodeVersusLz4, decodeVersusLz4].map((one) => one === null ? "-" : bracketed(one, 2));
    table.push([label, bracketed(encode, 2), bracketed(decode, 2), ratio.toFixed(3), ...versus]);
  }
  const share2 = `${bracketed(hash.versusCopy, 2)} of the copy's speed`;
  return `${table}
hash ${bracketed(hash.hash, 3)} us, memory.copy ${bracketed(hash.copy, 3)} us: ${share2}`;
}
function bracketed({ median, low, high }, digits) {
  return `${median.toFixed(digits)} [${low.toFixed(digits)} ${high.toFixed(digits)}]`;
}

// src/cli/bench.ts
var SAMPLES = 40;
var CANDIDATES = 8192;
var Benchmark = import_benchmark.default.runInContext({
  _: import_lodash.default,
  platform: import_platform.default,
  process,
  performance
});
function benchCommand() {
  return new Command("bench").description("microbenchmarks of the engine's parts and of whole operations, by benchmark.js").argument("[files...]", "take pages from these files (default: the memory of this process)").option("--page-size <bytes>", "4096, 8192, 16384, 32768 or 65536", pageSize, 4096).option("--filter <pattern>", "only rows whose name matches this regular expression", pattern).option("--min-time <seconds>", "least time of a sample", seconds, 0.05).option("--json", "print one JSON document instead of a table").action((files, options) => bench(files, options)).addCommand(codecCommand());
}
function pattern(text) {
  try {
    return new RegExp(text);
  } catch {
    throw new InvalidArgumentError("It must be a regular expression.");
  }
}
function seconds(text) {
  const value = Number(text);
  if (value > 0 && value <= 10) return value;
  throw new InvalidArgumentError("It must be a number above 0 and at most 10.");
}
function bench(files, options) {
  const set = readSet(files, options.pageSize);
  const pages = distinctPages(set);
  const all = [...partBenches(pages, set.pageSize), ...poolBenches(pages, set.pageSize)];
  const chosen = all.filter(({ name }) => options.filter?.test(name) ?? true);
  if (chosen.length === 0) {
    throw new UserError(
      `no row matches ${options.filter}; there are: ${all.map(({ name }) => name).join("; ")}`
    );
  }
  const rows = chosen.map((one) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1B[K${one.name}`);
    return rowOf(one, set.pageSize, options.minTime);
  });
  if (process.stderr.isTTY) process.stderr.write("\r\x1B[K");
  if (options.json) {
    const about2 = { node: process.version, source: set.source, pageSize: set.pageSize, pages: pages.length };
    process.stdout.write(`${JSON.stringify({ ...about2, rows }, null, 2)}
`);
    return;
  }
  const about = `${pages.length} pages of ${set.pageSize} bytes from ${set.source}; Node ${process.version}`;
  process.stdout.write(`${about}
${tableOf2(rows)}
`);
}
function readSet(files, pageBytes) {
  if (files.length > 0) return filePages(files, pageBytes, CANDIDATES);
  if (process.platform === "linux")
    return memoryPages(process.pid, "the memory of this process", pageBytes, CANDIDATES);
  return filePages([process.execPath], pageBytes, CANDIDATES);
}
function rowOf({ name, pagesPerCall, operation }, pageBytes, minTime) {
  const run = new Benchmark(name, operation, {
    minTime,
    maxTime: SAMPLES * minTime,
    minSamples: SAMPLES / 2
  });
  run.run({ async: false });
  const { error } = run;
  if (error) throw error;
  return {
    name,
    hz: run.hz,
    rme: run.stats.rme,
    samples: run.stats.sample.length,
    microsecondsPerPage: 1e6 / run.hz / pagesPerCall,
    megabytesPerSecond: run.hz * pageBytes * pagesPerCall / 1e6
  };
}
function tableOf2(rows) {
  const table = new import_cli_table32.default({
    head: ["", "operations/s", "spread", "samples", "us/page", "MB/s"],
    colAligns: ["left", "right", "right", "right", "right", "right"],
    style: { head: [], border: [] }
  });
  const whole2 = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
  for (const row2 of rows) {
    const spread2 = `\xB1${row2.rme.toFixed(1)} %`;
    const micros = row2.microsecondsPerPage.toFixed(3);
    table.push([
      row2.name,
      whole2.format(row2.hz),
      spread2,
      row2.samples,
      micros,
      whole2.format(row2.megabytesPerSecond)
    ]);
  }
  return table.toString();
}

// src/cli/contestants.ts
import { createRequire } from "node:module";
import { join as join5 } from "node:path";
import { pathToFileURL } from "node:url";
import { deflateRawSync, inflateRawSync } from "node:zlib";
var SPILLWAY = "spillway";
var MAP_LZ4 = "Map + lz4-napi";
function entrants(options, rivals) {
  const ours = [
    { name: SPILLWAY, enter: () => new Pool(options) },
    { name: "spillway, dedupe off", enter: () => new Pool({ ...options, dedupe: false }) }
  ];
  if (!rivals) return ours;
  return [...ours, mapOfCopies(), mapWithLz4(), mapWithZlib(options.pageSize)];
}
var Pool = class {
  #pool;
  #swap;
  constructor(options) {
    this.#pool = Spillway.openSync(options);
    this.#swap = this.#pool.frontswap();
    this.#swap.init(0);
  }
  store(key, page) {
    return this.#swap.store(0, key, page);
  }
  load(key, target) {
    return this.#swap.load(0, key, target);
  }
  bytes() {
    return this.#pool.stats().bytes.used;
  }
  stats() {
    return this.#pool.stats();
  }
  close() {
    this.#pool.close();
  }
};
var BlockMap = class {
  #blocks = /* @__PURE__ */ new Map();
  #pack;
  #unpack;
  constructor(pack, unpack) {
    this.#pack = pack;
    this.#unpack = unpack;
  }
  store(key, page) {
    this.#blocks.set(key, this.#pack(page));
    return true;
  }
  load(key, target) {
    const block = this.#blocks.get(key);
    if (block === void 0) return false;
    target.set(this.#unpack(block));
    return true;
  }
  bytes() {
    let sum = 0;
    for (const block of this.#blocks.values()) sum += block.byteLength;
    return sum;
  }
  close() {
    this.#blocks.clear();
  }
};
var copy = (bytes) => new Uint8Array(bytes);
function mapOfCopies() {
  return { name: "Map of copies", enter: () => new BlockMap(copy, (block) => block) };
}
function mapWithLz4() {
  try {
    const { compressSync, uncompressSync } = requireLz4();
    const pack = (page) => compressSync(page);
    return { name: MAP_LZ4, enter: () => new BlockMap(pack, uncompressSync) };
  } catch (error) {
    const missing = systemCode(error) === "MODULE_NOT_FOUND";
    return { name: MAP_LZ4, absent: missing ? "not installed: npm i lz4-napi" : reason(error) };
  }
}
function requireLz4() {
  try {
    return createRequire(import.meta.url)("lz4-napi");
  } catch {
    return createRequire(pathToFileURL(join5(process.cwd(), "package.json")))("lz4-napi");
  }
}
var ZLIB_SLACK_BYTES = 64;
function mapWithZlib(pageSize2) {
  const options = { level: 1, chunkSize: pageSize2 + ZLIB_SLACK_BYTES };
  const pack = (page) => copy(deflateRawSync(page, options));
  const unpack = (block) => inflateRawSync(block, options);
  return { name: "Map + zlib", enter: () => new BlockMap(pack, unpack) };
}

// src/cli/print.ts
function share(part, all) {
  return all === 0 ? "-" : `${oneDecimal.format(100 * part / all)} %`;
}
function printReport(report, colour) {
  const lines = [
    ...sourceLines(report),
    "",
    pagesTable(report),
    "",
    bytesTable(report),
    "",
    contestantsTable(report.contestants),
    "",
    ...notes(report),
    "",
    paint(verdict(report), report.mismatches === 0 ? BOLD : BOLD_RED, colour)
  ];
  return `${lines.join("\n").replace(/ +$/gm, "")}
`;
}
function sourceLines({ source, pages, spillway, node, platform: platform4, cpu }) {
  const all = source.available === pages.pages ? "all" : `of ${whole.format(source.available)}`;
  const unreadable = source.unreadable > 0 ? `, ${whole.format(source.unreadable)} unreadable` : "";
  return [
    `spillway ${spillway}, node ${node}, ${platform4}, ${cpu}`,
    `pages from ${source.description}:`,
    `  ${whole.format(pages.pages)} pages of ${whole.format(source.pageSize)} bytes (${all}${unreadable})`
  ];
}
function pagesTable({ pages, source }) {
  const { sameFilled, duplicates, bodies, incompressible, refused } = pages;
  const counts = [sameFilled, duplicates, bodies, incompressible, refused.full + refused.poor];
  return plainTable(
    ["", "same-filled", "duplicates", "bodies", "incompressible", "refused"],
    [
      [`${source.name}:`, ...counts.map((count) => whole.format(count))],
      ["", ...counts.map((count) => share(count, pages.pages))]
    ]
  );
}
function bytesTable({ bytes, ratio }) {
  const sizes2 = [bytes.raw, bytes.compressed, bytes.used, bytes.reserved].map(size);
  const perPage = `${oneDecimal.format(bytes.metadataPerPage)} B`;
  return plainTable(
    ["", "raw", "compressed", "used", "reserved", "metadata/page", "codec", "effective"],
    [["in the pool:", ...sizes2, perPage, times(ratio.codec), times(ratio.effective)]]
  );
}
function contestantsTable(contestants) {
  const heads = ["microseconds", "", "mean", "p50", "p99", "p99.9", "vs lz4-napi", "memory", "ratio"];
  return plainTable(heads, contestants.flatMap(contestantRows));
}
function contestantRows(one) {
  if (one.absent !== null) return [[one.name, { content: one.absent, colSpan: 8, hAlign: "left" }]];
  const memory = [size(one.memoryBytes), times(one.ratio)];
  return [
    [one.name, "store", ...timingCells(one.store), times(one.versusLz4?.store ?? null), ...memory],
    ["", "load", ...timingCells(one.load), times(one.versusLz4?.load ?? null), "", ""]
  ];
}
function timingCells(timing) {
  if (timing === null) return ["-", "-", "-", "-"];
  return [timing.mean, timing.p50, timing.p99, timing.p999].map((micros) => twoDecimals.format(micros));
}
function notes({ rss, timerNanos, seed }) {
  return [
    `process RSS ${size(rss.before)} before, ${size(rss.after)} with all of them full; timer ${whole.format(timerNanos)} ns, included; seed ${seed}`,
    "memory: of a pool everything it occupies; of a Map only the bytes in it, not what V8 and malloc add"
  ];
}
function verdict({ pages, bytes, ratio, mismatches, contestants }) {
  const counted = `${whole.format(pages.pages)} pages, ${whole.format(mismatches)} mismatches`;
  if (mismatches === 0) {
    return `${counted}: ${size(bytes.raw)} live in ${size(bytes.used)} (${times(ratio.effective)})`;
  }
  const liar = contestants.find(({ firstMismatch }) => firstMismatch !== null);
  return `${counted}; the first: ${liar?.name}, page ${liar?.firstMismatch?.page}: ${liar?.firstMismatch?.trouble}`;
}
var BOLD = 1;
var BOLD_RED = "1;31";
function paint(line, rendition, colour) {
  return colour ? `\x1B[${rendition}m${line}\x1B[0m` : line;
}

// src/cli/race.ts
import { setImmediate as setImmediate2 } from "node:timers/promises";

// src/cli/check.ts
var LoadCheck = class {
  #pages;
  #target;
  #filler = 0;
  constructor(pages) {
    this.#pages = pages;
    this.#target = Buffer.allocUnsafeSlow(pages.pageSize);
  }
  /** The buffer to load page `key` into: one full page long. */
  targetFor(key) {
    this.#filler = ~this.#pages.page(key)[0] & 255;
    return this.#target.fill(this.#filler);
  }
  /**
   * What is wrong with the load of page `key` into its target, or undefined when all is well. `kept`: whether its
   * store was accepted. `outcome`: what the load answered or threw.
   */
  trouble(key, kept, outcome) {
    if (outcome instanceof Error) return oneLine(`the load threw: ${outcome.message}`);
    if (!kept) return outcome ? "a refused page was delivered" : void 0;
    if (!outcome) return "the page is gone";
    const page = this.#pages.page(key);
    if (!this.#target.subarray(0, page.length).equals(page)) return "other bytes";
    const rest = this.#target.subarray(page.length);
    return rest.every((byte) => byte === this.#filler) ? void 0 : "bytes written beyond the page's length";
  }
};

// src/cli/timing.ts
var Samples = class {
  #millis;
  #count = 0;
  constructor(capacity) {
    this.#millis = new Float64Array(capacity);
  }
  /** The caller never adds more than `capacity` of them. */
  add(millis) {
    this.#millis[this.#count++] = millis;
  }
  /** What the samples come to; null when there are none. */
  timing() {
    if (this.#count === 0) return null;
    const sorted = this.#millis.slice(0, this.#count).sort();
    const micros = (share2) => 1e3 * sorted[nearestRank(share2, sorted.length)];
    return {
      count: this.#count,
      mean: 1e3 * sorted.reduce((sum, one) => sum + one, 0) / this.#count,
      p50: micros(0.5),
      p99: micros(0.99),
      p999: micros(0.999),
      max: micros(1)
    };
  }
};
function nearestRank(share2, count) {
  return Math.max(0, Math.ceil(share2 * count) - 1);
}
function timerCost() {
  const samples = new Samples(1e4);
  for (let i = 0; i < 1e4; i++) {
    const before = performance.now();
    samples.add(performance.now() - before);
  }
  return 1e3 * (samples.timing()?.p50 ?? 0);
}

// src/cli/race.ts
var TURN_PAGES = 256;
var WARM_UP_OPERATIONS = 6e3;
var WARM_UP_PAGES = 1e3;
async function race(entrants2, pages, loadOrder, progress) {
  const present = entrants2.filter((entrant) => "enter" in entrant);
  progress.stage("warming up", present.length);
  for (const { enter } of present) {
    await warmUp(enter(), pages);
    progress.step(1);
  }
  const lanes = present.map(({ name, enter }) => newLane(name, enter(), pages.count));
  const storeOrder = Uint32Array.from({ length: pages.count }, (_, i) => i);
  progress.stage("storing", pages.count);
  await takeTurns(lanes, storeOrder, progress, (lane, keys) => storeTurn(lane, keys, pages));
  progress.stage("loading", pages.count);
  const check = new LoadCheck(pages);
  await takeTurns(lanes, loadOrder, progress, (lane, keys) => loadTurn(lane, keys, check));
  return lanes;
}
function newLane(name, contestant, count) {
  const kept = new Uint8Array(count);
  return {
    name,
    contestant,
    stores: new Samples(count),
    loads: new Samples(count),
    kept,
    refused: 0,
    mismatches: []
  };
}
async function takeTurns(lanes, order, progress, turn) {
  for (let from = 0, first = 0; from < order.length; from += TURN_PAGES, first++) {
    const keys = order.subarray(from, from + TURN_PAGES);
    for (let i = 0; i < lanes.length; i++) turn(lanes[(first + i) % lanes.length], keys);
    progress.step(keys.length);
    await setImmediate2();
  }
}
function storeTurn(lane, keys, pages) {
  const { contestant, stores, kept } = lane;
  for (const key of keys) {
    const page = pages.page(key);
    const before = performance.now();
    const accepted = contestant.store(key, page);
    const millis = performance.now() - before;
    if (accepted) {
      stores.add(millis);
      kept[key] = 1;
    } else {
      lane.refused++;
    }
  }
}
function loadTurn(lane, keys, check) {
  const { contestant, loads, kept } = lane;
  for (const key of keys) {
    const target = check.targetFor(key);
    const before = performance.now();
    const outcome = loadOutcome(contestant, key, target);
    const millis = performance.now() - before;
    if (kept[key] === 1) loads.add(millis);
    const trouble = check.trouble(key, kept[key] === 1, outcome);
    if (trouble !== void 0) lane.mismatches.push({ page: key, trouble });
  }
}
function loadOutcome(contestant, key, target) {
  try {
    return contestant.load(key, target);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
async function warmUp(contestant, pages) {
  const target = Buffer.allocUnsafeSlow(pages.pageSize);
  const count = Math.min(pages.count, WARM_UP_PAGES);
  for (let done = 0; done < WARM_UP_OPERATIONS; done += count) {
    for (let key = 0; key < count; key++) contestant.store(key, pages.page(key));
    for (let key = 0; key < count; key++) loadOutcome(contestant, key, target);
    await setImmediate2();
  }
  contestant.close();
}

// src/cli/report.ts
import { arch, cpus, platform as platform2 } from "node:os";
function makeReport(set, entrants2, lanes, circumstances) {
  const stats = lanes.find((lane) => lane.name === SPILLWAY)?.contestant.stats?.();
  if (stats === void 0) throw new Error("no pool took part");
  const contestants = entrants2.map((entrant) => reportEntrant(entrant, lanes, set));
  return {
    spillway: packageVersion(),
    node: process.version,
    platform: `${platform2()} ${arch()}`,
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    source: {
      name: set.name,
      description: set.source,
      pageSize: set.pageSize,
      available: set.available,
      unreadable: set.unreadable
    },
    ...circumstances,
    pages: {
      pages: set.count,
      sameFilled: stats.sameFilledPages,
      duplicates: stats.duplicatePages,
      bodies: stats.bodies,
      incompressible: stats.incompressiblePages,
      refused: { full: stats.refused.full, poor: stats.refused.poor }
    },
    bytes: { ...stats.bytes, metadataPerPage: quotient(stats.bytes.metadata, stats.storedPages) ?? 0 },
    ratio: {
      codec: quotient(stats.bytes.encoded, stats.bytes.compressed),
      effective: stats.storedPages > 0 ? quotient(stats.bytes.raw, stats.bytes.used) : null
    },
    contestants: addVersus(contestants),
    mismatches: contestants.reduce((sum, one) => sum + one.mismatches, 0)
  };
}
function quotient(above, below) {
  return below > 0 ? above / below : null;
}
function reportEntrant(entrant, lanes, set) {
  const lane = lanes.find(({ name }) => name === entrant.name);
  const memoryBytes = lane?.contestant.bytes() ?? 0;
  return {
    name: entrant.name,
    absent: "absent" in entrant ? entrant.absent : null,
    store: lane?.stores.timing() ?? null,
    load: lane?.loads.timing() ?? null,
    memoryBytes,
    ratio: lane === void 0 ? null : quotient(keptBytes(lane, set), memoryBytes),
    versusLz4: null,
    refused: lane?.refused ?? 0,
    mismatches: lane?.mismatches.length ?? 0,
    firstMismatch: lane?.mismatches[0] ?? null
  };
}
function keptBytes(lane, set) {
  return lane.kept.reduce((sum, kept, page) => kept === 1 ? sum + set.page(page).length : sum, 0);
}
function addVersus(contestants) {
  const lz4 = contestants.find(({ name }) => name === MAP_LZ4);
  return contestants.map((one) => {
    if (!one.store || !one.load || !lz4?.store || !lz4.load) return one;
    const versusLz4 = { store: one.store.mean / lz4.store.mean, load: one.load.mean / lz4.load.mean };
    return { ...one, versusLz4 };
  });
}

// src/cli/measure.ts
var MIB = 2 ** 20;
var DEFAULT_BYTES = 256 * MIB;
var SET_BYTES_MAX = 2048 * MIB;
var POOL_BYTES_MAX = 3072 * MIB;
function measureCommand() {
  return new Command("measure").description("store pages, load them back, compare every byte, and tell what was saved and what it took").argument("[files...]", "take pages from these files; without them, from a child Node process at work").option("--pid <n>", "take pages from the memory of process n (Linux)", wholeNumber(1, 2 ** 31 - 1)).option("--page-size <bytes>", "4096, 8192, 16384, 32768 or 65536", pageSize, 4096).option(
    "--max-pages <n>",
    "measure at most n pages (default: 256 MiB of them)",
    wholeNumber(1, 2 ** 31 - 1)
  ).option("--max-bytes <size>", 'bound of the pool, such as "64MiB" (default: room for all pages)').option("--seed <n>", "of the order of loads", wholeNumber(0, 2 ** 32 - 1), 1).option("--json", "print one JSON document instead of tables", false).option("--no-rivals", "measure Spillway alone").action(measure2);
}
async function measure2(files, flags) {
  const maxPages = flags.maxPages ?? DEFAULT_BYTES / flags.pageSize;
  if (maxPages * flags.pageSize > SET_BYTES_MAX) {
    throw new UserError(`--max-pages: ${maxPages} pages of ${flags.pageSize} bytes are more than 2 GiB`);
  }
  if (flags.maxBytes !== void 0) checkMaxBytes(flags.maxBytes, flags.pageSize);
  const progress = progressOnTerminal();
  try {
    const pages = await choosePages(files, flags, maxPages, progress);
    const report = await measurePages(pages, flags, progress);
    progress.end();
    process.stdout.write(
      flags.json ? `${JSON.stringify(report, null, 2)}
` : printReport(report, inColour())
    );
    if (report.mismatches > 0) process.exitCode = EXIT_FAILED;
  } finally {
    progress.end();
  }
}
function inColour() {
  return process.stdout.isTTY === true && process.stdout.hasColors();
}
async function choosePages(files, { pid, pageSize: pageSize2 }, maxPages, progress) {
  if (files.length > 0) {
    if (pid !== void 0) throw new UserError("give either files or --pid, not both");
    return filePages(files, pageSize2, maxPages);
  }
  if (pid === void 0) {
    progress.stage("starting a child process", 1);
    return await childPages(pageSize2, maxPages);
  }
  if (process.platform !== "linux") throw new UserError("--pid works on Linux only; give files instead");
  return memoryPages(pid, `the memory of process ${pid} (${processName(pid)})`, pageSize2, maxPages);
}
async function measurePages(pages, flags, progress) {
  const maxBytes = flags.maxBytes ?? roomFor(pages);
  const field = entrants({ maxBytes, pageSize: flags.pageSize, verify: true }, flags.rivals);
  const timerNanos = timerCost();
  const before = process.memoryUsage.rss();
  const lanes = await race(field, pages, shuffled(pages.count, flags.seed), progress);
  const rss = { before, after: process.memoryUsage.rss() };
  const report = makeReport(pages, field, lanes, { seed: flags.seed, timerNanos, rss });
  for (const { contestant } of lanes) contestant.close();
  return report;
}
function roomFor(pages) {
  return Math.min(POOL_BYTES_MAX, Math.ceil(pages.bytes.length * 1.25) + 32 * MIB);
}

// src/cli/replay.ts
import { accessSync, constants, statSync, writeFileSync as writeFileSync3 } from "node:fs";
import { dirname, resolve } from "node:path";

// src/cli/replay_pages.ts
var GENERATED_BYTES = 64;
var GENERATED_WORDS = GENERATED_BYTES / 4;
var REAL_PAGES = 4096;
var REAL_PAGE_BYTES = 4096;
function generatedPages() {
  const words = new Uint32Array(GENERATED_WORDS);
  const bytes = new Uint8Array(words.buffer);
  return {
    kind: "generated",
    description: `${GENERATED_BYTES} bytes that do not compress`,
    pageBytes: GENERATED_BYTES,
    write(block, target) {
      for (let i = 0; i < GENERATED_WORDS; i++) {
        let mixed = Math.imul(block * GENERATED_WORDS + i, 2654435761);
        mixed = Math.imul(mixed ^ mixed >>> 16, 2246822507);
        mixed = Math.imul(mixed ^ mixed >>> 13, 3266489909);
        words[i] = mixed ^ mixed >>> 16;
      }
      bytes[GENERATED_BYTES - 1] = bytes[GENERATED_BYTES - 1] | 1;
      target.set(bytes);
    },
    bodyBytes: () => GENERATED_BYTES
  };
}
async function realPages() {
  const set = await childPages(REAL_PAGE_BYTES, REAL_PAGES);
  const { pages, bodies } = withBodies(set);
  return {
    kind: "real",
    description: `one of ${pages.length} pages of ${REAL_PAGE_BYTES} bytes from ${set.source}`,
    pageBytes: REAL_PAGE_BYTES,
    write: (block, target) => target.set(pages[block % pages.length]),
    bodyBytes: (block) => bodies[block % bodies.length]
  };
}
function withBodies(set) {
  const pages = [];
  const bodies = [];
  const pool = Spillway.openSync({ maxBytes: 2 * set.bytes.length + 2 ** 24, dedupe: false });
  const swap = pool.frontswap();
  swap.init(0);
  for (let i = 0; i < set.count; i++) {
    const page = set.page(i);
    if (page.length < REAL_PAGE_BYTES || !swap.store(0, 0, page)) continue;
    const { compressed } = pool.stats().bytes;
    if (compressed === 0) continue;
    pages.push(page);
    bodies.push(compressed);
  }
  pool.close();
  if (pages.length === 0) throw new Error(`no page of ${set.source} has a body`);
  return { pages, bodies };
}

// src/cli/replay_print.ts
function printReplay({ spillway, node, platform: platform4, cpu, pages, traces, summary }) {
  const lines = [
    `spillway ${spillway}, node ${node}, ${platform4}, ${cpu}`,
    `a block is ${pages.description}`,
    "size: bytes that bodies may take, of each cache; evicted: bytes of bodies that went for others; us: per access",
    ...traces.flatMap((trace) => ["", ...traceLines(trace)]),
    "",
    ...summaryLines(summary)
  ];
  return `${lines.join("\n").replace(/ +$/gm, "")}
`;
}
function traceLines({ name, accesses, blocks, rows }) {
  const heads = ["size", "", "hit ratio", "LRU", "points", "evicted", "LRU", "", "us", "LRU"];
  return [
    `${name}: ${whole.format(accesses)} accesses to ${whole.format(blocks)} blocks`,
    plainTable(heads, rows.map(rowCells))
  ];
}
function rowCells({ percent, capacityBytes, spillway, lru, pointsAboveLru }) {
  const ratio = (one) => `${twoDecimals.format(100 * one)} %`;
  const more = lru.evictedBytes > 0 ? 100 * (spillway.evictedBytes / lru.evictedBytes - 1) : 0;
  return [
    `${percent} %`,
    size(capacityBytes),
    ratio(spillway.hitRatio),
    ratio(lru.hitRatio),
    signed(pointsAboveLru),
    size(spillway.evictedBytes),
    size(lru.evictedBytes),
    `${signed(more)} %`,
    twoDecimals.format(spillway.microsecondsPerAccess),
    twoDecimals.format(lru.microsecondsPerAccess)
  ];
}
function signed(value) {
  const text = twoDecimals.format(value);
  return value > 0 ? `+${text}` : text;
}
function summaryLines({ rows, meanPointsAboveLru, worst, moreEvicted, mismatches }) {
  const cells = rows === 1 ? "one row" : `${rows} rows`;
  const more = moreEvicted.map(
    ({ trace, percent, percentMore }) => `${trace} at ${percent} % (${signed(percentMore)} %)`
  );
  return [
    `${cells}: ${signed(meanPointsAboveLru)} points against LRU in the mean, ${signed(worst.pointsAboveLru)} in the worst (${worst.trace} at ${worst.percent} %)`,
    more.length === 0 ? "more bytes evicted than by LRU: never" : `more bytes evicted than by LRU: ${more.join(", ")}`,
    `hits with other bytes than were put: ${whole.format(mismatches)}`
  ];
}

// src/cli/replay_report.ts
import { arch as arch2, cpus as cpus2, platform as platform3 } from "node:os";
function makeRow(percent, capacityBytes, spillway, lru) {
  const pointsAboveLru = 100 * (spillway.hitRatio - lru.hitRatio);
  return { percent, capacityBytes, spillway, lru, pointsAboveLru };
}
function makeReplayReport(pages, traces) {
  return {
    spillway: packageVersion(),
    node: process.version,
    platform: `${platform3()} ${arch2()}`,
    cpu: cpus2()[0]?.model.trim() ?? "unknown",
    pages: { kind: pages.kind, description: pages.description, bytes: pages.pageBytes },
    traces,
    summary: summaryOf(traces)
  };
}
function summaryOf(traces) {
  const rows = traces.flatMap(({ name, rows: rows2 }) => rows2.map((row2) => ({ trace: name, ...row2 })));
  const sum = rows.reduce((all, { pointsAboveLru: pointsAboveLru2 }) => all + pointsAboveLru2, 0);
  const { trace, percent, pointsAboveLru } = rows.reduce(
    (worst, row2) => row2.pointsAboveLru < worst.pointsAboveLru ? row2 : worst
  );
  return {
    rows: rows.length,
    meanPointsAboveLru: sum / rows.length,
    worst: { trace, percent, pointsAboveLru },
    moreEvicted: rows.filter(({ spillway, lru }) => spillway.evictedBytes > lru.evictedBytes).map(({ trace: trace2, percent: percent2, spillway, lru }) => ({
      trace: trace2,
      percent: percent2,
      percentMore: 100 * (spillway.evictedBytes / lru.evictedBytes - 1)
    })),
    mismatches: rows.reduce((all, { spillway, lru }) => all + spillway.mismatches + lru.mismatches, 0)
  };
}

// src/cli/replay_run.ts
import { setImmediate as setImmediate3 } from "node:timers/promises";

// node_modules/lru-cache/dist/esm/node/index.min.js
import { tracingChannel as G, channel as P } from "node:diagnostics_channel";
var S = P("lru-cache:metrics");
var W = G("lru-cache");
var L = typeof performance == "object" && performance && typeof performance.now == "function" ? performance : Date;
var R = () => S.hasSubscribers || W.hasSubscribers;
var U = /* @__PURE__ */ new Set();
var M = typeof process == "object" && process ? process : {};
var k = (d3, e, t, i) => {
  typeof M.emitWarning == "function" ? M.emitWarning(d3, e, t, i) : console.error(`[${t}] ${e}: ${d3}`);
};
var H = (d3) => !U.has(d3);
var T = (d3) => !!d3 && d3 === Math.floor(d3) && d3 > 0 && isFinite(d3);
var j = (d3) => T(d3) ? d3 <= Math.pow(2, 8) ? Uint8Array : d3 <= Math.pow(2, 16) ? Uint16Array : d3 <= Math.pow(2, 32) ? Uint32Array : d3 <= Number.MAX_SAFE_INTEGER ? O : null : null;
var O = class extends Array {
  constructor(e) {
    super(e), this.fill(0);
  }
};
var x = class d {
  heap;
  length;
  static #o = false;
  static create(e) {
    let t = j(e);
    if (!t) return [];
    d.#o = true;
    let i = new d(e, t);
    return d.#o = false, i;
  }
  constructor(e, t) {
    if (!d.#o) throw new TypeError("instantiate Stack using Stack.create(n)");
    this.heap = new t(e), this.length = 0;
  }
  push(e) {
    this.heap[this.length++] = e;
  }
  pop() {
    return this.heap[--this.length];
  }
};
var I = class d2 {
  #o;
  #c;
  #S;
  #O;
  #w;
  #M;
  #I;
  #m;
  get perf() {
    return this.#m;
  }
  ttl;
  ttlResolution;
  ttlAutopurge;
  updateAgeOnGet;
  updateAgeOnHas;
  allowStale;
  noDisposeOnSet;
  noUpdateTTL;
  maxEntrySize;
  sizeCalculation;
  noDeleteOnFetchRejection;
  noDeleteOnStaleGet;
  allowStaleOnFetchAbort;
  allowStaleOnFetchRejection;
  ignoreFetchAbort;
  backgroundFetchSize;
  #n;
  #b;
  #s;
  #i;
  #t;
  #l;
  #u;
  #a;
  #h;
  #y;
  #r;
  #_;
  #F;
  #d;
  #g;
  #T;
  #U;
  #f;
  #D;
  static unsafeExposeInternals(e) {
    return { starts: e.#F, ttls: e.#d, autopurgeTimers: e.#g, sizes: e.#_, keyMap: e.#s, keyList: e.#i, valList: e.#t, next: e.#l, prev: e.#u, get head() {
      return e.#a;
    }, get tail() {
      return e.#h;
    }, free: e.#y, isBackgroundFetch: (t) => e.#e(t), backgroundFetch: (t, i, s, n) => e.#P(t, i, s, n), moveToTail: (t) => e.#L(t), indexes: (t) => e.#A(t), rindexes: (t) => e.#z(t), isStale: (t) => e.#p(t) };
  }
  get max() {
    return this.#o;
  }
  get maxSize() {
    return this.#c;
  }
  get calculatedSize() {
    return this.#b;
  }
  get size() {
    return this.#n;
  }
  get fetchMethod() {
    return this.#M;
  }
  get memoMethod() {
    return this.#I;
  }
  get dispose() {
    return this.#S;
  }
  get onInsert() {
    return this.#O;
  }
  get disposeAfter() {
    return this.#w;
  }
  constructor(e) {
    let { max: t = 0, ttl: i, ttlResolution: s = 1, ttlAutopurge: n, updateAgeOnGet: o, updateAgeOnHas: l, allowStale: h, dispose: r, onInsert: c, disposeAfter: m, noDisposeOnSet: _, noUpdateTTL: u, maxSize: g = 0, maxEntrySize: f = 0, sizeCalculation: y, fetchMethod: a, memoMethod: w, noDeleteOnFetchRejection: F, noDeleteOnStaleGet: b, allowStaleOnFetchRejection: p, allowStaleOnFetchAbort: A, ignoreFetchAbort: z, backgroundFetchSize: C = 1, perf: E } = e;
    if (this.backgroundFetchSize = C, E !== void 0 && typeof E?.now != "function") throw new TypeError("perf option must have a now() method if specified");
    if (this.#m = E ?? L, t !== 0 && !T(t)) throw new TypeError("max option must be a nonnegative integer");
    let v = t ? j(t) : Array;
    if (!v) throw new Error("invalid max value: " + t);
    if (this.#o = t, this.#c = g, this.maxEntrySize = f || this.#c, this.sizeCalculation = y, this.sizeCalculation) {
      if (!this.#c && !this.maxEntrySize) throw new TypeError("cannot set sizeCalculation without setting maxSize or maxEntrySize");
      if (typeof this.sizeCalculation != "function") throw new TypeError("sizeCalculation set to non-function");
    }
    if (w !== void 0 && typeof w != "function") throw new TypeError("memoMethod must be a function if defined");
    if (this.#I = w, a !== void 0 && typeof a != "function") throw new TypeError("fetchMethod must be a function if specified");
    if (this.#M = a, this.#U = !!a, this.#s = /* @__PURE__ */ new Map(), this.#i = Array.from({ length: t }).fill(void 0), this.#t = Array.from({ length: t }).fill(void 0), this.#l = new v(t), this.#u = new v(t), this.#a = 0, this.#h = 0, this.#y = x.create(t), this.#n = 0, this.#b = 0, typeof r == "function" && (this.#S = r), typeof c == "function" && (this.#O = c), typeof m == "function" ? (this.#w = m, this.#r = []) : (this.#w = void 0, this.#r = void 0), this.#T = !!this.#S, this.#D = !!this.#O, this.#f = !!this.#w, this.noDisposeOnSet = !!_, this.noUpdateTTL = !!u, this.noDeleteOnFetchRejection = !!F, this.allowStaleOnFetchRejection = !!p, this.allowStaleOnFetchAbort = !!A, this.ignoreFetchAbort = !!z, this.maxEntrySize !== 0) {
      if (this.#c !== 0 && !T(this.#c)) throw new TypeError("maxSize must be a positive integer if specified");
      if (!T(this.maxEntrySize)) throw new TypeError("maxEntrySize must be a positive integer if specified");
      this.#X();
    }
    if (this.allowStale = !!h, this.noDeleteOnStaleGet = !!b, this.updateAgeOnGet = !!o, this.updateAgeOnHas = !!l, this.ttlResolution = T(s) || s === 0 ? s : 1, this.ttlAutopurge = !!n, this.ttl = i || 0, this.ttl) {
      if (!T(this.ttl)) throw new TypeError("ttl must be a positive integer if specified");
      this.#k();
    }
    if (this.#o === 0 && this.ttl === 0 && this.#c === 0) throw new TypeError("At least one of max, maxSize, or ttl is required");
    if (!this.ttlAutopurge && !this.#o && !this.#c) {
      let D = "LRU_CACHE_UNBOUNDED";
      H(D) && (U.add(D), k("TTL caching without ttlAutopurge, max, or maxSize can result in unbounded memory consumption.", "UnboundedCacheWarning", D, d2));
    }
  }
  getRemainingTTL(e) {
    return this.#s.has(e) ? 1 / 0 : 0;
  }
  #k() {
    let e = new O(this.#o), t = new O(this.#o);
    this.#d = e, this.#F = t;
    let i = this.ttlAutopurge ? Array.from({ length: this.#o }) : void 0;
    this.#g = i, this.#H = (h, r, c = this.#m.now()) => {
      t[h] = r !== 0 ? c : 0, e[h] = r, s(h, r);
    }, this.#R = (h) => {
      t[h] = e[h] !== 0 ? this.#m.now() : 0, s(h, e[h]);
    };
    let s = this.ttlAutopurge ? (h, r) => {
      if (i?.[h] && (clearTimeout(i[h]), i[h] = void 0), r && r !== 0 && i) {
        let c = setTimeout(() => {
          this.#p(h) ? (this.#E(this.#i[h], "expire"), i[h] = void 0) : s(h, l(h));
        }, r + 1);
        c.unref && c.unref(), i[h] = c;
      }
    } : () => {
    };
    this.#v = (h, r) => {
      if (e[r]) {
        let c = e[r], m = t[r];
        if (!c || !m) return;
        h.ttl = c, h.start = m, h.now = n || o();
        let _ = h.now - m;
        h.remainingTTL = c - _;
      }
    };
    let n = 0, o = () => {
      let h = this.#m.now();
      if (this.ttlResolution > 0) {
        n = h;
        let r = setTimeout(() => n = 0, this.ttlResolution);
        r.unref && r.unref();
      }
      return h;
    };
    this.getRemainingTTL = (h) => {
      let r = this.#s.get(h);
      return r === void 0 ? 0 : l(r);
    };
    let l = (h) => {
      let r = e[h], c = t[h];
      if (!r || !c) return 1 / 0;
      let m = (n || o()) - c;
      return r - m;
    };
    this.#p = (h) => {
      let r = t[h], c = e[h];
      return !!c && !!r && (n || o()) - r > c;
    };
  }
  #R = () => {
  };
  #v = () => {
  };
  #H = () => {
  };
  #p = () => false;
  #X() {
    let e = new O(this.#o);
    this.#b = 0, this.#_ = e, this.#x = (t) => {
      this.#b -= e[t], e[t] = 0;
    }, this.#N = (t, i, s, n) => {
      if (!T(s)) {
        if (this.#e(i)) return this.backgroundFetchSize;
        if (n) {
          if (typeof n != "function") throw new TypeError("sizeCalculation must be a function");
          if (s = n(i, t), !T(s)) throw new TypeError("sizeCalculation return invalid (expect positive integer)");
        } else throw new TypeError("invalid size value (must be positive integer). When maxSize or maxEntrySize is used, sizeCalculation or size must be set.");
      }
      return s;
    }, this.#j = (t, i, s) => {
      if (e[t] = i, this.#c) {
        let n = this.#c - e[t];
        for (; this.#b > n; ) this.#G(true);
      }
      this.#b += e[t], s && (s.entrySize = i, s.totalCalculatedSize = this.#b);
    };
  }
  #x = (e) => {
  };
  #j = (e, t, i) => {
  };
  #N = (e, t, i, s) => {
    if (i || s) throw new TypeError("cannot set size without setting maxSize or maxEntrySize on cache");
    return 0;
  };
  *#A({ allowStale: e = this.allowStale } = {}) {
    if (this.#n) for (let t = this.#h; this.#V(t) && ((e || !this.#p(t)) && (yield t), t !== this.#a); ) t = this.#u[t];
  }
  *#z({ allowStale: e = this.allowStale } = {}) {
    if (this.#n) for (let t = this.#a; this.#V(t) && ((e || !this.#p(t)) && (yield t), t !== this.#h); ) t = this.#l[t];
  }
  #V(e) {
    return e !== void 0 && this.#s.get(this.#i[e]) === e;
  }
  *entries() {
    for (let e of this.#A()) this.#t[e] !== void 0 && this.#i[e] !== void 0 && !this.#e(this.#t[e]) && (yield [this.#i[e], this.#t[e]]);
  }
  *rentries() {
    for (let e of this.#z()) this.#t[e] !== void 0 && this.#i[e] !== void 0 && !this.#e(this.#t[e]) && (yield [this.#i[e], this.#t[e]]);
  }
  *keys() {
    for (let e of this.#A()) {
      let t = this.#i[e];
      t !== void 0 && !this.#e(this.#t[e]) && (yield t);
    }
  }
  *rkeys() {
    for (let e of this.#z()) {
      let t = this.#i[e];
      t !== void 0 && !this.#e(this.#t[e]) && (yield t);
    }
  }
  *values() {
    for (let e of this.#A()) this.#t[e] !== void 0 && !this.#e(this.#t[e]) && (yield this.#t[e]);
  }
  *rvalues() {
    for (let e of this.#z()) this.#t[e] !== void 0 && !this.#e(this.#t[e]) && (yield this.#t[e]);
  }
  [Symbol.iterator]() {
    return this.entries();
  }
  [Symbol.toStringTag] = "LRUCache";
  find(e, t = {}) {
    for (let i of this.#A()) {
      let s = this.#t[i], n = this.#e(s) ? s.__staleWhileFetching : s;
      if (n !== void 0 && e(n, this.#i[i], this)) return this.#C(this.#i[i], t);
    }
  }
  forEach(e, t = this) {
    for (let i of this.#A()) {
      let s = this.#t[i], n = this.#e(s) ? s.__staleWhileFetching : s;
      n !== void 0 && e.call(t, n, this.#i[i], this);
    }
  }
  rforEach(e, t = this) {
    for (let i of this.#z()) {
      let s = this.#t[i], n = this.#e(s) ? s.__staleWhileFetching : s;
      n !== void 0 && e.call(t, n, this.#i[i], this);
    }
  }
  purgeStale() {
    let e = false;
    for (let t of this.#z({ allowStale: true })) this.#p(t) && (this.#E(this.#i[t], "expire"), e = true);
    return e;
  }
  info(e) {
    let t = this.#s.get(e);
    if (t === void 0) return;
    let i = this.#t[t], s = this.#e(i) ? i.__staleWhileFetching : i;
    if (s === void 0) return;
    let n = { value: s };
    if (this.#d && this.#F) {
      let o = this.#d[t], l = this.#F[t];
      if (o && l) {
        let h = o - (this.#m.now() - l);
        n.ttl = h, n.start = Date.now();
      }
    }
    return this.#_ && (n.size = this.#_[t]), n;
  }
  dump() {
    let e = [];
    for (let t of this.#A({ allowStale: true })) {
      let i = this.#i[t], s = this.#t[t], n = this.#e(s) ? s.__staleWhileFetching : s;
      if (n === void 0 || i === void 0) continue;
      let o = { value: n };
      if (this.#d && this.#F) {
        o.ttl = this.#d[t];
        let l = this.#m.now() - this.#F[t];
        o.start = Math.floor(Date.now() - l);
      }
      this.#_ && (o.size = this.#_[t]), e.unshift([i, o]);
    }
    return e;
  }
  load(e) {
    this.clear();
    for (let [t, i] of e) {
      if (i.start) {
        let s = Date.now() - i.start;
        i.start = this.#m.now() - s;
      }
      this.#W(t, i.value, i);
    }
  }
  set(e, t, i = {}) {
    let { status: s = S.hasSubscribers ? {} : void 0 } = i;
    i.status = s, s && (s.op = "set", s.key = e, t !== void 0 && (s.value = t), s.cache = this);
    let n = this.#W(e, t, i);
    return s && S.hasSubscribers && S.publish(s), n;
  }
  #W(e, t, i, s) {
    let { ttl: n = this.ttl, start: o, noDisposeOnSet: l = this.noDisposeOnSet, sizeCalculation: h = this.sizeCalculation, status: r } = i, c = this.#e(t);
    if (t === void 0) return r && (r.set = "deleted"), this.delete(e), this;
    let { noUpdateTTL: m = this.noUpdateTTL } = i;
    r && !c && (r.value = t);
    let _ = this.#N(e, t, i.size || 0, h, r);
    if (this.maxEntrySize && _ > this.maxEntrySize) return this.#E(e, "set"), r && (r.set = "miss", r.maxEntrySizeExceeded = true), this;
    let u = this.#n === 0 ? void 0 : this.#s.get(e);
    if (u === void 0) u = this.#n === 0 ? this.#h : this.#y.length !== 0 ? this.#y.pop() : this.#n === this.#o ? this.#G(false) : this.#n, this.#i[u] = e, this.#t[u] = t, this.#s.set(e, u), this.#l[this.#h] = u, this.#u[u] = this.#h, this.#h = u, this.#n++, this.#j(u, _, r), r && (r.set = "add"), m = false, this.#D && !c && this.#O?.(t, e, "add");
    else {
      this.#L(u);
      let g = this.#t[u];
      if (t !== g) {
        if (!l) if (this.#e(g)) {
          g !== s && g.__abortController.abort(new Error("replaced"));
          let { __staleWhileFetching: f } = g;
          f !== void 0 && f !== t && (this.#T && this.#S?.(f, e, "set"), this.#f && this.#r?.push([f, e, "set"]));
        } else this.#T && this.#S?.(g, e, "set"), this.#f && this.#r?.push([g, e, "set"]);
        if (this.#x(u), this.#j(u, _, r), this.#t[u] = t, !c) {
          let f = g && this.#e(g) ? g.__staleWhileFetching : g, y = f === void 0 ? "add" : t !== f ? "replace" : "update";
          r && (r.set = y, f !== void 0 && (r.oldValue = f)), this.#D && this.onInsert?.(t, e, y);
        }
      } else c || (r && (r.set = "update"), this.#D && this.onInsert?.(t, e, "update"));
    }
    if (n !== 0 && !this.#d && this.#k(), this.#d && (m || this.#H(u, n, o), r && this.#v(r, u)), !l && this.#f && this.#r) {
      let g = this.#r, f;
      for (; f = g?.shift(); ) this.#w?.(...f);
    }
    return this;
  }
  pop() {
    try {
      for (; this.#n; ) {
        let e = this.#t[this.#a];
        if (this.#G(true), this.#e(e)) {
          if (e.__staleWhileFetching) return e.__staleWhileFetching;
        } else if (e !== void 0) return e;
      }
    } finally {
      if (this.#f && this.#r) {
        let e = this.#r, t;
        for (; t = e?.shift(); ) this.#w?.(...t);
      }
    }
  }
  #G(e) {
    let t = this.#a, i = this.#i[t], s = this.#t[t], n = this.#e(s);
    n && s.__abortController.abort(new Error("evicted"));
    let o = n ? s.__staleWhileFetching : s;
    return (this.#T || this.#f) && o !== void 0 && (this.#T && this.#S?.(o, i, "evict"), this.#f && this.#r?.push([o, i, "evict"])), this.#x(t), this.#g?.[t] && (clearTimeout(this.#g[t]), this.#g[t] = void 0), e && (this.#i[t] = void 0, this.#t[t] = void 0, this.#y.push(t)), this.#n === 1 ? (this.#a = this.#h = 0, this.#y.length = 0) : this.#a = this.#l[t], this.#s.delete(i), this.#n--, t;
  }
  has(e, t = {}) {
    let { status: i = S.hasSubscribers ? {} : void 0 } = t;
    t.status = i, i && (i.op = "has", i.key = e, i.cache = this);
    let s = this.#Y(e, t);
    return S.hasSubscribers && S.publish(i), s;
  }
  #Y(e, t = {}) {
    let { updateAgeOnHas: i = this.updateAgeOnHas, status: s } = t, n = this.#s.get(e);
    if (n !== void 0) {
      let o = this.#t[n];
      if (this.#e(o) && o.__staleWhileFetching === void 0) return false;
      if (this.#p(n)) s && (s.has = "stale", this.#v(s, n));
      else return i && this.#R(n), s && (s.has = "hit", this.#v(s, n)), true;
    } else s && (s.has = "miss");
    return false;
  }
  peek(e, t = {}) {
    let { status: i = R() ? {} : void 0 } = t;
    i && (i.op = "peek", i.key = e, i.cache = this), t.status = i;
    let s = this.#J(e, t);
    return S.hasSubscribers && S.publish(i), s;
  }
  #J(e, t) {
    let { status: i, allowStale: s = this.allowStale } = t, n = this.#s.get(e);
    if (n === void 0 || !s && this.#p(n)) {
      i && (i.peek = n === void 0 ? "miss" : "stale");
      return;
    }
    let o = this.#t[n], l = this.#e(o) ? o.__staleWhileFetching : o;
    return i && (l !== void 0 ? (i.peek = "hit", i.value = l) : i.peek = "miss"), l;
  }
  #P(e, t, i, s) {
    let n = t === void 0 ? void 0 : this.#t[t];
    if (this.#e(n)) return n;
    let o = new AbortController(), { signal: l } = i;
    l?.addEventListener("abort", () => o.abort(l.reason), { signal: o.signal });
    let h = { signal: o.signal, options: i, context: s }, r = (f, y = false) => {
      let { aborted: a } = o.signal, w = i.ignoreFetchAbort && f !== void 0, F = i.ignoreFetchAbort || !!(i.allowStaleOnFetchAbort && f !== void 0);
      if (i.status && (a && !y ? (i.status.fetchAborted = true, i.status.fetchError = o.signal.reason, w && (i.status.fetchAbortIgnored = true)) : i.status.fetchResolved = true), a && !w && !y) return m(o.signal.reason, F);
      let b = u, p = this.#t[t];
      return (p === u || p === void 0 && w && y) && (f === void 0 ? b.__staleWhileFetching !== void 0 ? this.#t[t] = b.__staleWhileFetching : this.#E(e, "fetch") : (i.status && (i.status.fetchUpdated = true), this.#W(e, f, h.options, b))), f;
    }, c = (f) => (i.status && (i.status.fetchRejected = true, i.status.fetchError = f), m(f, false)), m = (f, y) => {
      let { aborted: a } = o.signal, w = a && i.allowStaleOnFetchAbort, F = w || i.allowStaleOnFetchRejection, b = F || i.noDeleteOnFetchRejection, p = u;
      if (this.#t[t] === u && (!b || !y && p.__staleWhileFetching === void 0 ? this.#E(e, "fetch") : w || (this.#t[t] = p.__staleWhileFetching)), F) return i.status && p.__staleWhileFetching !== void 0 && (i.status.returnedStale = true), p.__staleWhileFetching;
      if (p.__returned === p) throw f;
    }, _ = (f, y) => {
      let a = this.#M?.(e, n, h);
      o.signal.addEventListener("abort", () => {
        (!i.ignoreFetchAbort || i.allowStaleOnFetchAbort) && (f(void 0), i.allowStaleOnFetchAbort && (f = (w) => r(w, true)));
      }), a && a instanceof Promise ? a.then((w) => f(w === void 0 ? void 0 : w), y) : a !== void 0 && f(a);
    };
    i.status && (i.status.fetchDispatched = true);
    let u = new Promise(_).then(r, c), g = Object.assign(u, { __abortController: o, __staleWhileFetching: n, __returned: void 0 });
    return t === void 0 ? (this.#W(e, g, { ...h.options, status: void 0 }), t = this.#s.get(e)) : this.#t[t] = g, g;
  }
  #e(e) {
    if (!this.#U) return false;
    let t = e;
    return !!t && t instanceof Promise && t.hasOwnProperty("__staleWhileFetching") && t.__abortController instanceof AbortController;
  }
  fetch(e, t = {}) {
    let i = W.hasSubscribers, { status: s = R() ? {} : void 0 } = t;
    t.status = s, s && t.context && (s.context = t.context);
    let n = this.#B(e, t);
    return s && i && (s.trace = true, W.tracePromise(() => n, s).catch(() => {
    })), n;
  }
  async #B(e, t = {}) {
    let { allowStale: i = this.allowStale, updateAgeOnGet: s = this.updateAgeOnGet, noDeleteOnStaleGet: n = this.noDeleteOnStaleGet, ttl: o = this.ttl, noDisposeOnSet: l = this.noDisposeOnSet, size: h = 0, sizeCalculation: r = this.sizeCalculation, noUpdateTTL: c = this.noUpdateTTL, noDeleteOnFetchRejection: m = this.noDeleteOnFetchRejection, allowStaleOnFetchRejection: _ = this.allowStaleOnFetchRejection, ignoreFetchAbort: u = this.ignoreFetchAbort, allowStaleOnFetchAbort: g = this.allowStaleOnFetchAbort, context: f, forceRefresh: y = false, status: a, signal: w } = t;
    if (a && (a.op = "fetch", a.key = e, y && (a.forceRefresh = true), a.cache = this), !this.#U) return a && (a.fetch = "get"), this.#C(e, { allowStale: i, updateAgeOnGet: s, noDeleteOnStaleGet: n, status: a });
    let F = { allowStale: i, updateAgeOnGet: s, noDeleteOnStaleGet: n, ttl: o, noDisposeOnSet: l, size: h, sizeCalculation: r, noUpdateTTL: c, noDeleteOnFetchRejection: m, allowStaleOnFetchRejection: _, allowStaleOnFetchAbort: g, ignoreFetchAbort: u, status: a, signal: w }, b = this.#s.get(e);
    if (b === void 0) {
      a && (a.fetch = "miss");
      let p = this.#P(e, b, F, f);
      return p.__returned = p;
    } else {
      let p = this.#t[b];
      if (this.#e(p)) {
        let v = i && p.__staleWhileFetching !== void 0;
        return a && (a.fetch = "inflight", v && (a.returnedStale = true)), v ? p.__staleWhileFetching : p.__returned = p;
      }
      let A = this.#p(b);
      if (!y && !A) return a && (a.fetch = "hit"), this.#L(b), s && this.#R(b), a && this.#v(a, b), p;
      let z = this.#P(e, b, F, f), E = z.__staleWhileFetching !== void 0 && i;
      return a && (a.fetch = A ? "stale" : "refresh", E && A && (a.returnedStale = true)), E ? z.__staleWhileFetching : z.__returned = z;
    }
  }
  forceFetch(e, t = {}) {
    let i = W.hasSubscribers, { status: s = R() ? {} : void 0 } = t;
    t.status = s, s && t.context && (s.context = t.context);
    let n = this.#K(e, t);
    return s && i && (s.trace = true, W.tracePromise(() => n, s).catch(() => {
    })), n;
  }
  async #K(e, t = {}) {
    let i = await this.#B(e, t);
    if (i === void 0) throw new Error("fetch() returned undefined");
    return i;
  }
  memo(e, t = {}) {
    let { status: i = S.hasSubscribers ? {} : void 0 } = t;
    t.status = i, i && (i.op = "memo", i.key = e, t.context && (i.context = t.context), i.cache = this);
    let s = this.#Q(e, t);
    return i && (i.value = s), S.hasSubscribers && S.publish(i), s;
  }
  #Q(e, t = {}) {
    let i = this.#I;
    if (!i) throw new Error("no memoMethod provided to constructor");
    let { context: s, status: n, forceRefresh: o, ...l } = t;
    n && o && (n.forceRefresh = true);
    let h = this.#C(e, l), r = o || h === void 0;
    if (n && (n.memo = r ? "miss" : "hit", r || (n.value = h)), !r) return h;
    let c = i(e, h, { options: l, context: s });
    return n && (n.value = c), this.#W(e, c, l), c;
  }
  get(e, t = {}) {
    let { status: i = S.hasSubscribers ? {} : void 0 } = t;
    t.status = i, i && (i.op = "get", i.key = e, i.cache = this);
    let s = this.#C(e, t);
    return i && (s !== void 0 && (i.value = s), S.hasSubscribers && S.publish(i)), s;
  }
  #C(e, t = {}) {
    let { allowStale: i = this.allowStale, updateAgeOnGet: s = this.updateAgeOnGet, noDeleteOnStaleGet: n = this.noDeleteOnStaleGet, status: o } = t, l = this.#s.get(e);
    if (l === void 0) {
      o && (o.get = "miss");
      return;
    }
    let h = this.#t[l], r = this.#e(h);
    return o && this.#v(o, l), this.#p(l) ? r ? (o && (o.get = "stale-fetching"), i && h.__staleWhileFetching !== void 0 ? (o && (o.returnedStale = true), h.__staleWhileFetching) : void 0) : (n || this.#E(e, "expire"), o && (o.get = "stale"), i ? (o && (o.returnedStale = true), h) : void 0) : (o && (o.get = r ? "fetching" : "hit"), this.#L(l), s && this.#R(l), r ? h.__staleWhileFetching : h);
  }
  #$(e, t) {
    this.#u[t] = e, this.#l[e] = t;
  }
  #L(e) {
    e !== this.#h && (e === this.#a ? this.#a = this.#l[e] : this.#$(this.#u[e], this.#l[e]), this.#$(this.#h, e), this.#h = e);
  }
  delete(e) {
    return this.#E(e, "delete");
  }
  #E(e, t) {
    S.hasSubscribers && S.publish({ op: "delete", delete: t, key: e, cache: this });
    let i = false;
    if (this.#n !== 0) {
      let s = this.#s.get(e);
      if (s !== void 0) if (this.#g?.[s] && (clearTimeout(this.#g[s]), this.#g[s] = void 0), i = true, this.#n === 1) this.#q(t);
      else {
        this.#x(s);
        let n = this.#t[s];
        if (this.#e(n) ? n.__abortController.abort(new Error("deleted")) : (this.#T || this.#f) && (this.#T && this.#S?.(n, e, t), this.#f && this.#r?.push([n, e, t])), this.#s.delete(e), this.#i[s] = void 0, this.#t[s] = void 0, s === this.#h) this.#h = this.#u[s];
        else if (s === this.#a) this.#a = this.#l[s];
        else {
          let o = this.#u[s];
          this.#l[o] = this.#l[s];
          let l = this.#l[s];
          this.#u[l] = this.#u[s];
        }
        this.#n--, this.#y.push(s);
      }
    }
    if (this.#f && this.#r?.length) {
      let s = this.#r, n;
      for (; n = s?.shift(); ) this.#w?.(...n);
    }
    return i;
  }
  clear() {
    return this.#q("delete");
  }
  #q(e) {
    for (let t of this.#z({ allowStale: true })) {
      let i = this.#t[t];
      if (this.#e(i)) i.__abortController.abort(new Error("deleted"));
      else {
        let s = this.#i[t];
        this.#T && this.#S?.(i, s, e), this.#f && this.#r?.push([i, s, e]);
      }
    }
    if (this.#s.clear(), this.#t.fill(void 0), this.#i.fill(void 0), this.#d && this.#F) {
      this.#d.fill(0), this.#F.fill(0);
      for (let t of this.#g ?? []) t !== void 0 && clearTimeout(t);
      this.#g?.fill(void 0);
    }
    if (this.#_ && this.#_.fill(0), this.#a = 0, this.#h = 0, this.#y.length = 0, this.#b = 0, this.#n = 0, this.#f && this.#r) {
      let t = this.#r, i;
      for (; i = t?.shift(); ) this.#w?.(...i);
    }
  }
};

// src/cli/replay_caches.ts
var SHARED_FS = "5f1c6f0e-1f5c-4a51-9d4c-6e6f3f3e7a10";
var INODE = 0;
var BESIDE_BYTES = 160;
var POOL_BYTES_MIN = 64 * 2 ** 20;
var POOL_BYTES_MAX2 = 64 * 2 ** 30;
function engineCache(capacityBytes, blocks, pages) {
  const need = 4 * (capacityBytes + blocks * BESIDE_BYTES);
  const pool = Spillway.openSync({
    maxBytes: Math.min(POOL_BYTES_MAX2, Math.max(POOL_BYTES_MIN, need)),
    dedupe: false,
    autoShrink: false
  });
  const cache = pool.cleancache({ name: "replay", maxBytes: capacityBytes });
  pool.shareFs(SHARED_FS, [cache]);
  const fs = cache.initSharedFs(SHARED_FS);
  return {
    get: (block, target) => cache.getPage(fs, INODE, block, target),
    put(block, page) {
      cache.putPage(fs, INODE, block, page);
    },
    counts() {
      const { evictedPages, evictedBytes, storedPages, bytes, refused } = cache.stats();
      const { arenas } = pool.stats();
      if (arenas.length > 1 || refused.full > 0)
        throw new UserError(
          `a cache of ${capacityBytes} bytes needs more than one memory of wasm; take smaller --sizes`
        );
      if (evictedPages > 0 && bytes.charged <= capacityBytes - pages.pageBytes)
        throw new Error(`the engine evicted at ${bytes.charged} of ${capacityBytes} bytes`);
      return { evictedPages, evictedBytes, heldPages: storedPages, heldBytes: bytes.charged };
    },
    close: () => pool.close()
  };
}
function lruCache(capacityBytes, blocks, pages) {
  let evictedPages = 0;
  let evictedBytes = 0;
  const cache = new I({
    // No more pages than there are: with this number lru-cache has its tables beforehand.
    max: blocks,
    maxSize: capacityBytes,
    sizeCalculation: (_, block) => pages.bodyBytes(block),
    dispose(_, block, why) {
      if (why !== "evict") return;
      evictedPages += 1;
      evictedBytes += pages.bodyBytes(block);
    }
  });
  return {
    get(block, target) {
      const page = cache.get(block);
      if (page === void 0) return false;
      target.set(page);
      return true;
    },
    put: (block, page) => void cache.set(block, page.slice()),
    counts: () => ({
      evictedPages,
      evictedBytes,
      heldPages: cache.size,
      heldBytes: cache.calculatedSize
    }),
    close: () => cache.clear()
  };
}

// src/cli/replay_run.ts
var CHUNK_BYTES = 65536;
var BREATH_ACCESSES = 65536;
var WARM_UP_ACCESSES = 2e4;
var Chunk = class {
  accesses;
  #pages;
  #written;
  #got;
  #sources;
  #targets;
  #hits;
  #blocks = new Uint32Array(0);
  constructor(pages) {
    const { pageBytes } = pages;
    this.#pages = pages;
    this.accesses = CHUNK_BYTES / pageBytes;
    this.#written = Buffer.alloc(CHUNK_BYTES);
    this.#got = Buffer.alloc(CHUNK_BYTES);
    const cut = (all) => Array.from(
      { length: this.accesses },
      (_, i) => new Uint8Array(all.buffer, all.byteOffset + i * pageBytes, pageBytes)
    );
    this.#sources = cut(this.#written);
    this.#targets = cut(this.#got);
    this.#hits = new Uint8Array(this.accesses);
  }
  /** Writes the pages of these blocks, at most `accesses`. */
  write(blocks) {
    this.#blocks = blocks;
    for (let i = 0; i < blocks.length; i++)
      this.#pages.write(blocks[i], this.#sources[i]);
  }
  /** The accesses of this chunk, by one cache. */
  pass(lane) {
    this.#got.fill(0);
    const { cache } = lane;
    const blocks = this.#blocks;
    const before = performance.now();
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i];
      const hit = cache.get(block, this.#targets[i]);
      if (!hit) cache.put(block, this.#sources[i]);
      this.#hits[i] = hit ? 1 : 0;
    }
    lane.millis += performance.now() - before;
    for (let i = 0; i < blocks.length; i++) {
      if (this.#hits[i] === 0) continue;
      lane.hits += 1;
      if (Buffer.compare(this.#targets[i], this.#sources[i]) !== 0)
        lane.mismatches += 1;
    }
  }
};
async function warmUp2(trace, pages, progress) {
  const beginning = { ...trace, accesses: trace.accesses.subarray(0, WARM_UP_ACCESSES) };
  await replay(beginning, 10, pages, "warming up", progress);
}
async function replay(trace, percent, pages, label, progress) {
  const capacityBytes = capacityOf(trace, percent, pages);
  const lanes = [engineCache, lruCache].map(
    (open2) => ({ cache: open2(capacityBytes, trace.blocks, pages), hits: 0, mismatches: 0, millis: 0 })
  );
  try {
    const chunk = new Chunk(pages);
    const { length } = trace.accesses;
    progress.stage(label, length);
    for (let from = 0; from < length; from += chunk.accesses) {
      const blocks = trace.accesses.subarray(from, from + chunk.accesses);
      chunk.write(blocks);
      const first = from / chunk.accesses % 2;
      chunk.pass(lanes[first]);
      chunk.pass(lanes[1 - first]);
      progress.step(blocks.length);
      if (from % BREATH_ACCESSES === 0) await setImmediate3();
    }
    const [spillway, lru] = lanes.map((lane) => figuresOf(lane, length));
    return makeRow(percent, capacityBytes, spillway, lru);
  } finally {
    for (const { cache } of lanes) cache.close();
  }
}
function capacityOf(trace, percent, pages) {
  if (pages.kind === "generated") {
    const capacityPages = Math.max(1, Math.round(trace.blocks * percent / 100));
    return capacityPages * pages.bodyBytes(0);
  }
  let bytes = 0;
  for (let block = 0; block < trace.blocks; block++) bytes += pages.bodyBytes(block);
  return Math.max(pages.pageBytes, Math.round(bytes * percent / 100));
}
function figuresOf({ cache, hits, mismatches, millis }, accesses) {
  return {
    hits,
    misses: accesses - hits,
    hitRatio: hits / accesses,
    ...cache.counts(),
    microsecondsPerAccess: 1e3 * millis / accesses,
    mismatches
  };
}

// src/cli/replay_trace.ts
import { createReadStream } from "node:fs";
import { basename as basename2 } from "node:path";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
var ACCESSES_MAX = 1e8;
var BLOCKS_MAX = 2 ** 24;
var LINE_BYTES_MAX = 4096;
var QUOTED_BYTES_MAX = 40;
var LF = 10;
var CR = 13;
var TAB = 9;
var SPACE = 32;
var HASH = 35;
var STAR = 42;
var ZERO = 48;
async function readTrace(path, onRead) {
  const name = basename2(path);
  const lines = new TraceReader(name);
  try {
    for await (const chunk of await decodedChunks(path, onRead)) lines.take(chunk);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`cannot read ${path}: ${whyUnreadable(error)}`);
  }
  return lines.end();
}
function whyUnreadable(error) {
  const { code } = error;
  if (!code?.startsWith("Z_")) return reason(error);
  return `its gzip data is damaged (${oneLine(error.message)})`;
}
async function decodedChunks(path, onRead) {
  const chunks = fileChunks(path, onRead);
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const { done, value } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  const all = Readable.from(headFirst(head, chunks), { objectMode: false });
  if (head[0] !== 31 || head[1] !== 139) return all;
  return pipeline(all, createGunzip(), () => {
  });
}
async function* fileChunks(path, onRead) {
  for await (const chunk of createReadStream(path)) {
    yield chunk;
    onRead(chunk.length);
  }
}
async function* headFirst(head, rest) {
  yield head;
  yield* rest;
}
var FORMATS = { 1: "plain", 4: "arc" };
var ONE = "one block number";
var RUN = "start, count and two more numbers";
var EXPECTED = { plain: ONE, arc: RUN, any: `${ONE}, or ${RUN},` };
function spell(line) {
  const text = line.toString("latin1", 0, QUOTED_BYTES_MAX).trimEnd();
  const printable = text.replace(/[^ -~]/g, (one) => `\\x${one.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return line.length > QUOTED_BYTES_MAX ? `${printable}...` : printable;
}
var LineError = class extends Error {
};
var TraceReader = class {
  #name;
  #ids = /* @__PURE__ */ new Map();
  #accesses = new Uint32Array(1 << 16);
  #count = 0;
  #format;
  #line = 0;
  /** The beginning of a line whose end has not come yet. */
  #begun = Buffer.alloc(0);
  /** The numbers of a line. */
  #fields = [0, 0, 0, 0];
  constructor(name) {
    this.#name = name;
  }
  take(chunk) {
    const bytes = this.#begun.length === 0 ? chunk : Buffer.concat([this.#begun, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
      this.#takeLine(bytes, start, end);
      start = end + 1;
    }
    this.#begun = bytes.subarray(start);
    if (this.#begun.length > LINE_BYTES_MAX) this.#takeLine(bytes, start, bytes.length);
  }
  /** The trace, when all of it has been taken. */
  end() {
    if (this.#begun.length > 0) this.#takeLine(this.#begun, 0, this.#begun.length);
    if (this.#format === void 0) throw new UserError(`${this.#name}: no accesses in it`);
    return {
      name: this.#name,
      format: this.#format,
      accesses: this.#accesses.subarray(0, this.#count),
      blocks: this.#ids.size
    };
  }
  #takeLine(bytes, start, end) {
    this.#line += 1;
    try {
      if (end - start > LINE_BYTES_MAX) throw new LineError(`longer than ${LINE_BYTES_MAX} bytes`);
      this.#understand(bytes, start, end);
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      const text = spell(bytes.subarray(start, end));
      throw new UserError(`${this.#name}: line ${this.#line}: "${text}" is wrong: ${error.message}`);
    }
  }
  #understand(bytes, start, end) {
    const count = this.#readFields(bytes, start, end);
    if (count === 0) return;
    const format = FORMATS[count];
    if (format === void 0 || (this.#format ?? format) !== format)
      throw new LineError(`${EXPECTED[this.#format ?? "any"]} expected`);
    this.#format = format;
    const [first = 0, blocks = 0] = this.#fields;
    if (format === "plain") this.#access(first);
    else this.#accessRun(first, blocks);
  }
  /** The whole numbers of a line into #fields, at most four. Answers how many: 0 for a line that says nothing, 5 for too many. */
  #readFields(bytes, start, end) {
    let count = 0;
    let at = start;
    while (at < end) {
      const first = bytes[at];
      if (first === SPACE || first === TAB || first === CR) {
        at += 1;
        continue;
      }
      if (count === 0 && (first === STAR || first === HASH)) return 0;
      if (count === 4) return 5;
      let value = 0;
      for (; at < end; at++) {
        const digit = bytes[at] - ZERO;
        if (digit < 0 || digit > 9) break;
        value = value * 10 + digit;
      }
      const next = at < end ? bytes[at] : SPACE;
      if (next !== SPACE && next !== TAB && next !== CR)
        throw new LineError("a whole decimal number expected");
      if (!Number.isSafeInteger(value)) throw new LineError("a number beyond 2^53 - 1");
      this.#fields[count++] = value;
    }
    return count;
  }
  #accessRun(first, blocks) {
    if (blocks === 0) throw new LineError("a count of 0");
    if (!Number.isSafeInteger(first + blocks)) throw new LineError("a number beyond 2^53 - 1");
    if (blocks > ACCESSES_MAX - this.#count) this.#tooMany("accesses", ACCESSES_MAX);
    for (let i = 0; i < blocks; i++) this.#access(first + i);
  }
  #access(block) {
    let id = this.#ids.get(block);
    if (id === void 0) {
      id = this.#ids.size;
      if (id === BLOCKS_MAX) this.#tooMany("distinct blocks", BLOCKS_MAX);
      this.#ids.set(block, id);
    }
    if (this.#count === this.#accesses.length) this.#grow();
    this.#accesses[this.#count++] = id;
  }
  #grow() {
    if (this.#count === ACCESSES_MAX) this.#tooMany("accesses", ACCESSES_MAX);
    const grown = new Uint32Array(Math.min(2 * this.#count, ACCESSES_MAX));
    grown.set(this.#accesses);
    this.#accesses = grown;
  }
  #tooMany(what, most) {
    throw new UserError(
      `${this.#name}: line ${this.#line}: more than ${most.toLocaleString("en-US")} ${what}; replay a part of it`
    );
  }
};

// src/cli/replay.ts
var HELP = `
A trace is a text of block numbers, one a line, or of lines "start count ignored request" as in the .lis files of ARC;
lines that begin with * or # are left out; gzip is read as it is. A block is what a page is stored for: on a miss it is
put, on a hit it stays. Both caches may hold bodies of as many bytes as that part of all blocks of the trace takes.

--json prints one object: { spillway, node, platform, cpu, pages: { kind, description, bytes }, traces: [TRACE], summary }
  TRACE    { name, path, format, accesses, blocks, rows: [ROW] }
  ROW      { percent, capacityBytes, spillway: CACHE, lru: CACHE, pointsAboveLru }
  CACHE    { hits, misses, hitRatio, evictedPages, evictedBytes, heldPages, heldBytes, microsecondsPerAccess, mismatches }
  summary  { rows, meanPointsAboveLru, worst: { trace, percent, pointsAboveLru },
             moreEvicted: [{ trace, percent, percentMore }], mismatches }
Bytes are those of bodies; hitRatio is a part of 1, points are hundredths of it.`;
function replayCommand() {
  return new Command("replay").description("send access traces through the engine and through LRU, and compare what they hit and evict").argument("<traces...>", "files of block numbers, plain or as in ARC's .lis files, or either in gzip").option("--sizes <list>", "capacities in percent of the blocks of a trace", sizes, [5, 10, 25]).addOption(
    new Option("--pages <kind>", "what stands in a block: 64 random bytes, or pages of a live process").choices(["generated", "real"]).default("generated")
  ).option("--chart <file.svg>", "draw hit ratio against size, a panel for each trace").option("--json", "print one JSON document instead of tables", false).addHelpText("after", HELP).action(replayTraces);
}
function sizes(text) {
  const list = text.split(",").map((one) => /^\d+(\.\d+)?$/.test(one) ? Number(one) : Number.NaN);
  if (!list.every((percent) => percent > 0 && percent <= 100))
    throw new InvalidArgumentError("It must be numbers above 0 and at most 100, such as 5,10,25.");
  return [...new Set(list)].sort((a, b) => a - b);
}
async function replayTraces(paths, flags) {
  if (flags.chart !== void 0) checkFolder(flags.chart);
  const progress = progressOnTerminal();
  try {
    const report = await replayAll(paths, flags, progress);
    progress.end();
    if (flags.chart !== void 0) {
      const { drawReplay } = await import("./replay_chart-73J2BB3H.js");
      writeChart(flags.chart, drawReplay(report));
    }
    process.stdout.write(flags.json ? `${JSON.stringify(report, null, 2)}
` : printReplay(report));
    if (report.summary.mismatches > 0) process.exitCode = EXIT_FAILED;
  } finally {
    progress.end();
  }
}
async function replayAll(paths, flags, progress) {
  const pages = await pagesOf(flags.pages, progress);
  const traces = [];
  for (const path of paths) {
    progress.stage(`reading ${path}`, statSync(path, { throwIfNoEntry: false })?.size ?? 1);
    const trace = await readTrace(path, (bytes) => progress.step(bytes));
    if (traces.length === 0) await warmUp2(trace, pages, progress);
    const { name, format, blocks } = trace;
    const rows = [];
    for (const percent of flags.sizes)
      rows.push(await replay(trace, percent, pages, `${name} at ${percent} %`, progress));
    traces.push({ name, path, format, accesses: trace.accesses.length, blocks, rows });
  }
  return makeReplayReport(pages, traces);
}
async function pagesOf(kind, progress) {
  if (kind === "generated") return generatedPages();
  progress.stage("starting a child process", 1);
  return await realPages();
}
function checkFolder(path) {
  try {
    accessSync(dirname(resolve(path)), constants.W_OK);
  } catch (error) {
    throw new UserError(
      `cannot write ${path}: ${systemCode(error) === "ENOENT" ? "no such folder" : reason(error)}`
    );
  }
}
function writeChart(path, svg) {
  try {
    writeFileSync3(path, svg);
  } catch (error) {
    throw new UserError(`cannot write ${path}: ${reason(error)}`);
  }
}

// src/cli/main.ts
function spillwayCommand() {
  const program3 = new Command("spillway").description("a compressed page cache engine for JavaScript").version(packageVersion(), "-V, --version", "print the version").exitOverride().configureOutput({ outputError: (text, write) => write(complaint(text.replace(/^error: /, ""))) });
  for (const command of [measureCommand(), replayCommand(), benchCommand()]) {
    program3.addCommand(command.copyInheritedSettings(program3));
  }
  return program3;
}
function complaint(text) {
  return `spillway: ${oneLine(text)}
`;
}
function exitCodeOf(error) {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
  if (error instanceof UserError) {
    process.stderr.write(complaint(error.message));
    return EXIT_USAGE;
  }
  process.stderr.write(`${error instanceof Error ? error.stack : error}
`);
  return EXIT_FAILED;
}
function endWithReader(error) {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}
process.stdout.on("error", endWithReader);
process.stderr.on("error", endWithReader);
var program2 = spillwayCommand();
try {
  if (process.argv.length > 2) await program2.parseAsync();
  else program2.outputHelp();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
/*! Bundled license information:

benchmark/benchmark.js:
  (*!
   * Benchmark.js <https://benchmarkjs.com/>
   * Copyright 2010-2016 Mathias Bynens <https://mths.be/>
   * Based on JSLitmus.js, copyright Robert Kieffer <http://broofa.com/>
   * Modified by John-David Dalton <http://allyoucanleet.com/>
   * Available under MIT license <https://mths.be/mit>
   *)

lodash/lodash.js:
  (**
   * @license
   * Lodash <https://lodash.com/>
   * Copyright OpenJS Foundation and other contributors <https://openjsf.org/>
   * Released under MIT license <https://lodash.com/license>
   * Based on Underscore.js 1.8.3 <http://underscorejs.org/LICENSE>
   * Copyright Jeremy Ashkenas, DocumentCloud and Investigative Reporters & Editors
   *)

platform/platform.js:
  (*!
   * Platform.js v1.3.6
   * Copyright 2014-2020 Benjamin Tan
   * Copyright 2011-2013 John-David Dalton
   * Available under MIT license
   *)
*/
