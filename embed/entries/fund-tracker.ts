import '../install-default.js';
import '../../components/fund-tracker/fund-tracker.define.js';
